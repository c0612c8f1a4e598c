import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { writeSettledLines } from '../../test/settled-lines.ts';
import { ada, attemptOf, grace, ledgerName, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import type { LedgerAccount } from './account.ts';
import { createFileLedger } from './file-ledger.ts';
import { openHistory } from './history.ts';

const host = 'api.helpcrunch.com';
const byKey = (key: string, id?: `${string}/${string}`): LedgerAccount => ({
  kind: 'live',
  host,
  apiKey: { reveal: () => key },
  id,
});
const one = byKey('key of one', 'test/one');
const created = { state: 'created', at: 6, customerId: '7' } as const;

function machine() {
  const folder = temporaryFolder();
  const processes = fakeProcesses();
  const clock = { now: 1_790_000_000_000 };
  const options = { folder: folder.path, now: () => clock.now, processes: processes.table(1) };
  const create = async (account: LedgerAccount, what = ada, state?: 'created' | 'unknown' | 'rejected') => {
    const ledger = createFileLedger({ ...options, account });
    const known = await ledger.find(what);
    const begun = await ledger.begin(what, attemptOf(what), { known });
    if (begun.kind !== 'began') throw new Error(begun.kind);
    if (state) await ledger.settle(begun.id, state === 'created' ? created : { state, at: 6 });
    await ledger.idle();
    clock.now += 1000;
    return begun.id;
  };
  const history = openHistory(options);
  return {
    folder: folder.path,
    processes,
    options,
    create,
    history,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('list: a machine without a ledger has no history', async () => {
  using here = machine();
  expect(await here.history.list()).toEqual({ entries: [], notes: [] });
});

test('list: all accounts, unresolved creates first, then the newest', async () => {
  using here = machine();
  const ids = [
    await here.create(one, ada, 'created'),
    await here.create(byKey('k'), grace, 'unknown'),
    await here.create({ kind: 'sandbox', instance: 'abc' }, ada, 'rejected'),
    await here.create(one, grace),
  ];
  const { entries, notes } = await here.history.list();
  expect([entries.map(({ id }) => id), notes]).toEqual([[ids[3], ids[1], ids[2], ids[0]], []]);
  expect(entries.map(({ state, isUnresolved, host: name }) => [state, isUnresolved, name])).toEqual([
    ['sending', true, host],
    ['unknown', true, host],
    ['rejected', false, undefined],
    ['created', false, host],
  ]);
  expect(JSON.parse(JSON.stringify(entries))).toEqual(entries);
});

test('list: not more settled creates of a host than asked for', async () => {
  using here = machine();
  await here.create(one, grace, 'unknown');
  writeSettledLines(join(here.folder, 'ledger', ledgerName), { count: 3000, at: 5, salt: 'any' });
  const states = async (maxSettled?: number) => {
    const { entries } = await here.history.list(maxSettled === undefined ? {} : { maxSettled });
    return entries.map(({ state }) => state);
  };
  expect([await states(2), (await states()).length]).toEqual([['unknown', 'created', 'created'], 101]);
});

test('list: what cannot be read is reported, and the rest is listed', async () => {
  using here = machine();
  const id = await here.create(one, grace, 'unknown');
  const folder = join(here.folder, 'ledger');
  appendFileSync(join(folder, ledgerName, 'recent.jsonl'), 'damaged\n');
  mkdirSync(join(folder, 'host-two'));
  writeFileSync(join(folder, 'host-two', 'recent.jsonl'), 'no ledger\n');
  const { entries, notes } = await here.history.list();
  expect([entries.map((entry) => entry.id), notes.toSorted()]).toEqual([
    [id],
    [
      expect.stringMatching(/^Can't read 1 line of the ledger/),
      expect.stringContaining('does not begin as one'),
    ],
  ]);
});

test('show: an unresolved create comes with what was sent, a settled one with its customer', async () => {
  using here = machine();
  const [unknown, done] = [await here.create(one, grace, 'unknown'), await here.create(one, ada, 'created')];
  expect([
    await here.history.show(unknown),
    await here.history.show(done),
    await here.history.show('none'),
  ]).toEqual([
    {
      id: unknown,
      account: 'test/one',
      host,
      state: 'unknown',
      isUnresolved: true,
      at: 1_790_000_000_000,
      hasIdempotencyKey: false,
      attempt: attemptOf(grace),
    },
    {
      id: done,
      account: 'test/one',
      host,
      state: 'created',
      isUnresolved: false,
      at: 1_790_000_001_000,
      customerId: '7',
      hasIdempotencyKey: false,
    },
    undefined,
  ]);
});

test('forget: the entry and its body are gone from the disk, the others stay', async () => {
  using here = machine();
  const ids = [await here.create(one, grace, 'unknown'), await here.create(one, ada, 'created')];
  const kept = await here.create(one, subject({ name: 'Kept' }), 'created');
  expect(await here.history.forget(ids)).toEqual({ kind: 'changed', count: 2 });
  expect((await here.history.list()).entries.map(({ id }) => id)).toEqual([kept]);
  const folder = join(here.folder, 'ledger', ledgerName);
  const text = ['recent.jsonl', 'settled.jsonl']
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
  expect([text.includes('grace'), ids.some((id) => text.includes(id))]).toEqual([false, false]);
  expect(await here.history.forget(ids)).toEqual({ kind: 'not-found' });
});

test('forget and settle: what is being sent at this moment is left alone', async () => {
  using here = machine();
  const id = await here.create(one, grace);
  const changes = [await here.history.forget([id]), await here.history.settle(id, { state: 'rejected' })];
  expect([changes, (await here.history.show(id))?.state]).toEqual([
    [{ kind: 'in-flight' }, { kind: 'in-flight' }],
    'sending',
  ]);
});

test('settle: a create whose process is gone is settled by hand', async () => {
  using here = machine();
  const id = await here.create(one, grace);
  here.processes.end(1);
  const change = await here.history.settle(id, { state: 'created', customerId: '9' });
  expect([change, await here.history.show(id)]).toMatchObject([
    { kind: 'changed', count: 1 },
    { state: 'created', customerId: '9' },
  ]);
  expect(await here.history.settle('none', { state: 'created' })).toEqual({ kind: 'not-found' });
});
