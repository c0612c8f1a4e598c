import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassifiedEntry } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { account, ada, attemptOf, grace, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createFileLedger, type FileLedger, type FileLedgerOptions } from './file-ledger.ts';

const created = { state: 'created', at: 6, customerId: '7' } as const;

/** Ledgers of one folder, as several processes would open them. */
function opener(folder: string) {
  const clock = { now: 1_790_000_000_000 };
  const now = () => clock.now;
  const open = (options: Partial<FileLedgerOptions> = {}) =>
    createFileLedger({ folder, account, now, elapsed: now, ...options });
  return { clock, open };
}

async function begin(ledger: FileLedger, what = ada, known: readonly ClassifiedEntry[] = [], id?: string) {
  const result = await ledger.begin(what, attemptOf(what), { known, id });
  if (result.kind !== 'began') throw new Error(JSON.stringify(result));
  return result.id;
}

/** Everything below a folder, as text. */
function contentOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('find: a ledger that was never written has no entries, and makes no files', async () => {
  using folder = temporaryFolder();
  const ledger = opener(folder.path).open();
  expect([await ledger.find(ada), readdirSync(folder.path)]).toEqual([[], []]);
});

test('begin: another process finds the entry with its whole attempt', async () => {
  using folder = temporaryFolder();
  const { open, clock } = opener(folder.path);
  const id = await begin(open());
  clock.now += 59_400;
  expect(await open().find(ada)).toEqual([
    { id, state: 'sending', same: 'content', age: 59_400, attempt: attemptOf(ada) },
  ]);
});

test('begin: an attempt without a duplicate check keeps that it had none', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const attempt = { request: ada.request, sentAt: 5, before: undefined };
  await open().begin(ada, attempt, { known: [] });
  expect((await open().find(ada))[0]?.attempt).toStrictEqual(attempt);
});

test('begin: an entry of another process that the caller has not classified is a conflict', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const id = await begin(open());
  await open().settle(id, { state: 'unknown', at: 6 });
  const ledger = open();
  expect([
    await ledger.begin(ada, attemptOf(ada), { known: [] }),
    (await ledger.begin(ada, attemptOf(ada), { known: [{ id, state: 'unknown' }] })).kind,
  ]).toEqual([{ kind: 'conflict' }, 'began']);
});

test('begin: an entry that is being sent is a conflict, even for a caller that knows it', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const id = await begin(open());
  const known = [{ id, state: 'sending' }] as const;
  expect(await open().begin(ada, attemptOf(ada), { known })).toEqual({ kind: 'conflict' });
});

test.each([
  ['the same content', ada],
  ['the same email', subject({ email: 'ada@example.com' })],
])(
  'begin: %s was classified as unknown, and another process found it as created: a conflict',
  async (_, what) => {
    using folder = temporaryFolder();
    const { open } = opener(folder.path);
    const ledger = open();
    const id = await begin(ledger);
    await ledger.settle(id, { state: 'unknown', at: 6 });
    const known = await ledger.find(what);
    await open().settle(id, created);
    expect(await ledger.begin(what, attemptOf(what), { known })).toEqual({ kind: 'conflict' });
  },
);

test('begin: an entry that is repeated after a rate limit keeps its ID', async () => {
  using folder = temporaryFolder();
  const ledger = opener(folder.path).open();
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'rate-limited', at: 6 });
  expect([await begin(ledger, ada, [], id), (await ledger.find(ada)).length]).toEqual([id, 1]);
});

test('settle: a created entry keeps the ID of the customer and drops the attempt', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const ledger = open();
  const id = await begin(ledger);
  expect(await ledger.settle(id, created)).toBe(true);
  const entry = { id, state: 'created', same: 'content', age: 0, customerId: '7' };
  expect([await ledger.find(ada), await open().find(ada)]).toEqual([[entry], [entry]]);
});

test.each(['unknown', 'rate-limited', 'blocked'] as const)(
  'settle: "%s" keeps the attempt',
  async (state) => {
    using folder = temporaryFolder();
    const { open } = opener(folder.path);
    const ledger = open();
    const id = await begin(ledger);
    await ledger.settle(id, { state, at: 6 });
    await ledger.idle();
    expect(await open().find(ada)).toEqual([{ id, state, same: 'content', age: 0, attempt: attemptOf(ada) }]);
  },
);

test('settle: an entry that does not exist cannot be settled, with or without a ledger', async () => {
  using folder = temporaryFolder();
  const ledger = opener(folder.path).open();
  const before = await ledger.settle('nothing', created);
  await begin(ledger);
  expect([before, await ledger.settle('nothing', created)]).toEqual([false, false]);
});

test('settle: an entry that was moved to the settled ones can be settled again', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const ledger = open();
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'rejected', at: 6 });
  await ledger.idle();
  expect(await open().settle(id, created)).toBe(true);
  expect(await open().find(ada)).toMatchObject([{ id, state: 'created', customerId: '7' }]);
});

test.each([
  ['userId', { userId: 'u-1' }, { userId: 'u-1', email: 'other@example.com' }],
  ['email', { email: 'a@example.com' }, { email: 'a@example.com', name: 'Ada' }],
] as const)('find: unresolved other content with the same %s is found as such', async (same, one, other) => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const ledger = open();
  await ledger.settle(await begin(ledger, subject(one)), { state: 'unknown', at: 6 });
  await ledger.idle();
  expect(await open().find(subject(other))).toMatchObject([{ same, state: 'unknown' }]);
});

test('find: a settled create is found by its user ID, and not by its email alone', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const ledger = open();
  await ledger.settle(await begin(ledger), created);
  const byUserId = subject({ userId: 'u-1', name: 'Other' });
  const byEmail = subject({ email: 'ada@example.com', name: 'Other' });
  const found = async () => [await open().find(byUserId), await open().find(byEmail)];
  const before = await found();
  await ledger.idle();
  expect([before, await found()]).toMatchObject([
    [[{ same: 'userId', customerId: '7' }], []],
    [[{ same: 'userId', customerId: '7' }], []],
  ]);
});

test('find: accounts do not see each other', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  await begin(open());
  const other = { ...account, id: 'test/two', apiKey: { reveal: () => 'key of two' } } as const;
  expect(await open({ account: other }).find(ada)).toEqual([]);
});

test('find: a clock that was set back makes a negative age in another process, and none in this one', async () => {
  using folder = temporaryFolder();
  const { open, clock } = opener(folder.path);
  const ledger = open({ elapsed: () => 1000 });
  await ledger.settle(await begin(ledger), created);
  clock.now -= 3_600_000;
  expect([(await ledger.find(ada))[0]?.age, (await open().find(ada))[0]?.age]).toEqual([0, -3_600_000]);
});

test('find: after ten minutes, an age goes by the clock that can be set', async () => {
  using folder = temporaryFolder();
  const { open, clock } = opener(folder.path);
  let elapsed = 0;
  const ledger = open({ elapsed: () => elapsed });
  await ledger.settle(await begin(ledger), created);
  elapsed += 600_001;
  clock.now += 600_001;
  await ledger.settle(await begin(ledger, grace), created);
  clock.now -= 3_600_000;
  expect([(await ledger.find(ada))[0]?.age, (await ledger.find(grace))[0]?.age]).toEqual([-2_999_999, 0]);
});

test('settle: what is settled leaves no body, name or address behind', async () => {
  using folder = temporaryFolder();
  const ledger = opener(folder.path).open();
  const id = await begin(ledger);
  const before = contentOf(folder.path);
  await ledger.settle(id, created);
  await ledger.idle();
  const after = contentOf(folder.path);
  // Shorter words may be part of a hash by chance.
  expect([before.includes('ada@example.com'), /"Ada"|ada@|"u-1"/.test(after), after.includes(id)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('begin: `hide` takes a key out of what is kept', async () => {
  using folder = temporaryFolder();
  const ledger = opener(folder.path).open({ hide: (text) => text.replaceAll('SECRET', '[hidden]') });
  const notes = subject({ name: 'Ada', notes: 'my key is SECRET', tags: [{ name: 'SECRET' }] });
  await begin(ledger, notes);
  expect(contentOf(folder.path)).not.toContain('SECRET');
  expect(await ledger.find(notes)).toMatchObject([{ same: 'content' }]);
});

test('begin: folders are 0700 and files 0600, whatever the umask and whatever was there', async () => {
  using folder = temporaryFolder();
  const umask = process.umask(0);
  try {
    const ledger = opener(folder.path).open();
    await begin(ledger, grace);
    await ledger.settle(await begin(ledger), created);
    await ledger.idle();
  } finally {
    process.umask(umask);
  }
  const modes = readdirSync(folder.path, { recursive: true, withFileTypes: true }).map((entry) => [
    entry.isDirectory(),
    (statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8),
  ]);
  expect(new Set(modes.map((mode) => mode.join()))).toEqual(new Set(['true,700', 'false,600']));
});

test('settle: an unknown create that was refused is found as refused', async () => {
  using folder = temporaryFolder();
  const { open } = opener(folder.path);
  const id = await begin(open());
  await open().settle(id, { state: 'unknown', at: 6, wasRefused: true });
  expect((await open().find(ada))[0]?.attempt).toStrictEqual({ ...attemptOf(ada), wasRefused: true });
});

test.each([
  ['this process', true],
  ['another process', false],
])('find: a clock that goes on between two entries of %s makes neither of them older', async (_of, isOwn) => {
  using folder = temporaryFolder();
  const clock = { now: 1_790_000_000_000, step: 0 };
  const now = () => (clock.now += clock.step);
  const { open } = opener(folder.path);
  const ledger = open({ now, elapsed: now });
  const id = await begin(ledger);
  await ledger.settle(id, { state: 'rejected', at: 6 });
  await begin(ledger, ada, [{ id, state: 'rejected' }]);
  clock.step = 5;
  const found = await (isOwn ? ledger : open({ now, elapsed: now })).find(ada);
  expect(new Set(found.map(({ age }) => age)).size).toBe(1);
});
