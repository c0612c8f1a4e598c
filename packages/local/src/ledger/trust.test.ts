import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ClassifiedEntry } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { account, ada, attemptOf, grace, ledgerName, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createFileLedger, type FileLedger, type FileLedgerOptions } from './file-ledger.ts';

const unknown = { state: 'unknown', at: 6 } as const;
const created = { state: 'created', at: 6, customerId: '7' } as const;
const lockWait = { alive: 20, unknown: 20 };

/** A ledger in which Ada was created and Grace is unknown. */
async function written() {
  const folder = temporaryFolder();
  const processes = fakeProcesses();
  const open = (options: Partial<FileLedgerOptions> = {}) =>
    createFileLedger({ folder: folder.path, account, processes: processes.table(1), lockWait, ...options });
  const ledger = open();
  await ledger.settle(await begin(ledger, ada), created);
  await ledger.settle(await begin(ledger, grace), unknown);
  await ledger.idle();
  const ledgers = join(folder.path, 'ledger');
  const own = join(ledgers, ledgerName);
  return {
    open,
    processes,
    salt: join(ledgers, 'salt'),
    recent: join(own, 'recent.jsonl'),
    settled: join(own, 'settled.jsonl'),
    index: join(own, 'settled.index'),
    lock: join(own, 'lock'),
    unreadable: join(own, 'unreadable.jsonl'),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

async function begin(ledger: FileLedger, what = ada, known: readonly ClassifiedEntry[] = []) {
  const result = await ledger.begin(what, attemptOf(what), { known });
  if (result.kind !== 'began') throw new Error(JSON.stringify(result));
  return result.id;
}

const other = subject({ name: 'Other' });
const beginOther = (ledger: FileLedger) => ledger.begin(other, attemptOf(other), { known: [] });

test('begin: a salt that is missing beside a ledger stops, and says what to do', async () => {
  using ledgers = await written();
  rmSync(ledgers.salt);
  expect(await beginOther(ledgers.open())).toEqual({
    kind: 'not-writable',
    message: expect.stringMatching(
      /salt is missing\. Restore it from a backup, or use --take-over: customers/,
    ),
  });
});

test('find: without its salt, a ledger still finds unresolved creates, by their bodies', async () => {
  using ledgers = await written();
  rmSync(ledgers.salt);
  const same = subject({ ...grace.request, name: 'Grace H.' });
  expect([await ledgers.open().find(grace), await ledgers.open().find(same)]).toMatchObject([
    [{ state: 'unknown', same: 'content' }],
    [{ state: 'unknown', same: 'email' }],
  ]);
});

test('begin: `takeOver` goes on with another salt; unresolved creates are recognized by their bodies', async () => {
  using ledgers = await written();
  rmSync(ledgers.salt);
  const taken = ledgers.open({ takeOver: true });
  expect(await beginOther(taken)).toMatchObject({ kind: 'began' });
  const next = ledgers.open();
  expect([
    await next.find(grace),
    await next.find(ada),
    (await next.begin(grace, attemptOf(grace), { known: [] })).kind,
  ]).toMatchObject([[{ state: 'unknown' }], [], 'conflict']);
});

test('begin: a damaged salt stops, until `takeOver`', async () => {
  using ledgers = await written();
  writeFileSync(ledgers.salt, 'abc');
  const stopped = await beginOther(ledgers.open());
  expect(stopped).toMatchObject({
    kind: 'not-writable',
    message: expect.stringContaining('salt is damaged.'),
  });
  expect(await beginOther(ledgers.open({ takeOver: true }))).toMatchObject({ kind: 'began' });
});

test('begin: a salt that belongs to another ledger stops, until `takeOver`', async () => {
  using ledgers = await written();
  writeFileSync(ledgers.salt, `${'0'.repeat(64)}\n`);
  expect(await beginOther(ledgers.open())).toMatchObject({
    kind: 'not-writable',
    message: expect.stringContaining('was written with another salt file'),
  });
  expect(await beginOther(ledgers.open({ takeOver: true }))).toMatchObject({ kind: 'began' });
  expect(await ledgers.open().find(other)).toMatchObject([{ state: 'sending' }]);
});

test.each([
  ['cut off', '{"id":"x","state":"send', 'gone'],
  ['whole but for its line feed', '{"id":"x","state":"created","at":1,"fingerprint":"y"}', 'kept'],
])('begin: a last line that is %s is %s', async (_how, tail, what) => {
  using ledgers = await written();
  appendFileSync(ledgers.recent, tail);
  expect(await ledgers.open().find(grace)).toMatchObject([{ state: 'unknown' }]);
  expect(await beginOther(ledgers.open())).toMatchObject({ kind: 'began' });
  const lines = readFileSync(ledgers.recent, 'utf8').split('\n');
  expect([lines.includes(tail), lines.at(-1), lines.length]).toEqual([
    what === 'kept',
    '',
    what === 'kept' ? 6 : 5,
  ]);
});

test('begin: an entry whose line feed is missing is a conflict like any other', async () => {
  using ledgers = await written();
  writeFileSync(ledgers.recent, readFileSync(ledgers.recent, 'utf8').trimEnd());
  expect(await ledgers.open().begin(grace, attemptOf(grace), { known: [] })).toEqual({ kind: 'conflict' });
});

test.each([
  ['damaged', '{"id":"x","sta\u0000\u0000'],
  ['of a later version', '{"id":"x","state":"half-sent","at":1,"fingerprint":"y"}'],
  ['without its process', '{"id":"x","state":"sending","at":1,"fingerprint":"y"}'],
  [
    'with an attempt of another shape',
    '{"id":"x","state":"unknown","at":1,"fingerprint":"y","attempt":{"request":1}}',
  ],
])('begin: a line that is %s stops, until `takeOver` sets it aside', async (_how, line) => {
  using ledgers = await written();
  appendFileSync(ledgers.recent, `${line}\n`);
  const before = readFileSync(ledgers.recent, 'utf8');
  expect(await beginOther(ledgers.open())).toMatchObject({
    kind: 'not-writable',
    message: expect.stringMatching(
      /^Can't read 1 line of the ledger .+ use --take-over to set them aside\.$/,
    ),
  });
  expect([readFileSync(ledgers.recent, 'utf8'), await ledgers.open().find(grace)]).toMatchObject([
    before,
    [{ state: 'unknown' }],
  ]);
  expect(await beginOther(ledgers.open({ takeOver: true }))).toMatchObject({ kind: 'began' });
  expect(readFileSync(ledgers.unreadable, 'utf8').split('\n')).toContain(line);
  const third = subject({ name: 'Third' });
  expect([
    (await ledgers.open().begin(third, attemptOf(third), { known: [] })).kind,
    (await ledgers.open().find(grace)).length,
  ]).toEqual(['began', 1]);
});

test('settle: unreadable lines keep nothing from being settled, and stay where they are', async () => {
  using ledgers = await written();
  appendFileSync(ledgers.recent, 'damaged\n');
  const ledger = ledgers.open();
  const [entry] = await ledger.find(grace);
  expect(await ledger.settle(entry?.id ?? '', created)).toBe(true);
  await ledger.idle();
  expect([
    (await ledgers.open().find(grace))[0]?.state,
    readFileSync(ledgers.recent, 'utf8').includes('damaged'),
  ]).toEqual(['created', true]);
});

const lockOf = (pid: number, host: string) =>
  JSON.stringify({ token: '7e6fd2b9-5b1c-4ee5-9e6e-0d9f4a6f2c11', pid, start: String(pid), host });

test('begin: a lock whose process is gone is taken over', async () => {
  using ledgers = await written();
  writeFileSync(ledgers.lock, lockOf(9, 'here'));
  ledgers.processes.end(9);
  expect(await beginOther(ledgers.open())).toMatchObject({ kind: 'began' });
});

test('begin: a lock whose process lives is waited for, and left', async () => {
  using ledgers = await written();
  writeFileSync(ledgers.lock, lockOf(9, 'here'));
  expect(await beginOther(ledgers.open({ takeOver: true }))).toMatchObject({
    kind: 'not-writable',
    message: expect.stringContaining('Another program (process 9) is using the ledger'),
  });
  expect(readFileSync(ledgers.lock, 'utf8')).toBe(lockOf(9, 'here'));
});

test.each([
  ['of another machine', lockOf(9, 'elsewhere'), 'is locked by process 9 on elsewhere'],
  ['that is empty', '', 'is locked by an unknown program'],
  ['that is unreadable', '{"token":"../..","pid":"x"}', 'is locked by an unknown program'],
])('begin: a lock %s stops, until `takeOver`', async (_what, lock, message) => {
  using ledgers = await written();
  writeFileSync(ledgers.lock, lock);
  expect(await beginOther(ledgers.open())).toMatchObject({
    kind: 'not-writable',
    message: expect.stringMatching(new RegExp(`${message}.+If that program is not running, use --take-over`)),
  });
  expect(await beginOther(ledgers.open({ takeOver: true }))).toMatchObject({ kind: 'began' });
});

const notFiles = {
  'a named pipe': (path: string) => void execFileSync('mkfifo', [path]),
  'a device': (path: string) => symlinkSync('/dev/zero', path),
  'a folder': (path: string) => void mkdirSync(path),
};
const places = ['salt', 'recent', 'settled', 'index', 'lock'] as const;

test.each(places.flatMap((place) => Object.entries(notFiles).map(([what, make]) => ({ place, what, make }))))(
  'begin: $what in the place of the ledger’s $place stops, and says so',
  async ({ place, make }) => {
    using ledgers = await written();
    const path = ledgers[place];
    rmSync(path, { force: true });
    make(path);
    expect(await beginOther(ledgers.open())).toEqual({
      kind: 'not-writable',
      message: `Can't use the ledger: ${path} is not a file. Move it away, then try again.`,
    });
  },
);

test('begin: a lock that is a link to nothing stops, and says so', async () => {
  using ledgers = await written();
  symlinkSync(`${ledgers.lock}-nothing`, ledgers.lock);
  expect(await beginOther(ledgers.open())).toEqual({
    kind: 'not-writable',
    message: `Can't use the ledger: ${ledgers.lock} is not a file. Move it away, then try again.`,
  });
});

test.each(['recent', 'settled'] as const)(
  'begin: gigabytes of zeros at the end of the %s entries stop, and are left',
  async (place) => {
    using ledgers = await written();
    const size = 3 * 2 ** 30;
    truncateSync(ledgers[place], size);
    expect(await beginOther(ledgers.open())).toEqual({
      kind: 'not-writable',
      message: expect.stringMatching(
        /^Can't read the ledger: .+ has a line of more than 32 MB\. Move it away/,
      ),
    });
    expect(statSync(ledgers[place]).size).toBe(size);
  },
);

test('begin: a salt of gigabytes is damaged', async () => {
  using ledgers = await written();
  truncateSync(ledgers.salt, 2 ** 30);
  expect(await beginOther(ledgers.open())).toMatchObject({
    kind: 'not-writable',
    message: expect.stringContaining('salt is damaged.'),
  });
});

test('find: what a process that is gone was sending is unknown, and in flight while it lives', async () => {
  using ledgers = await written();
  await begin(ledgers.open({ processes: ledgers.processes.table(5) }), other);
  const states = async () => (await ledgers.open().find(other)).map(({ state }) => state);
  const before = await states();
  ledgers.processes.end(5);
  expect([before, await states()]).toEqual([['sending'], ['unknown']]);
});

test('find: what another machine is sending is in flight as long as a request can take', async () => {
  using ledgers = await written();
  const clock = { now: Date.now() };
  await begin(
    ledgers.open({ processes: ledgers.processes.table(5, 'elsewhere'), now: () => clock.now }),
    other,
  );
  const states = async () =>
    (await ledgers.open({ now: () => clock.now }).find(other)).map(({ state }) => state);
  const before = await states();
  clock.now -= 3_600_000;
  const setBack = await states();
  clock.now += 2 * 3_600_000;
  expect([before, setBack, await states()]).toEqual([['sending'], ['sending'], ['unknown']]);
});
