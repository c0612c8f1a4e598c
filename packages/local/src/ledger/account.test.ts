import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { account, ada, attemptOf, grace, ledgerName as nameOfOne, subject } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type LedgerAccount, ledgerName } from './account.ts';
import { systemFiles } from './durable-files.ts';
import { createFileLedger } from './file-ledger.ts';
import { openHistory } from './history.ts';
import { defaultLockWait } from './lock.ts';
import { ensureSalt } from './salt.ts';

const { host } = account;

function live(key: string, id?: `${string}/${string}`): LedgerAccount {
  return { kind: 'live', host, apiKey: { reveal: () => key }, id };
}

/** Ledgers of one machine, by account. */
function machine() {
  const folder = temporaryFolder();
  const options = { folder: folder.path, processes: fakeProcesses().table(1) };
  const open = (by: LedgerAccount) => createFileLedger({ ...options, account: by });
  return {
    folder: folder.path,
    history: openHistory(options),
    open,
    async create(by: LedgerAccount, what = ada, state?: 'created' | 'unknown') {
      const ledger = open(by);
      const begun = await ledger.begin(what, attemptOf(what), { known: await ledger.find(what) });
      if (begun.kind !== 'began') throw new Error(begun.kind);
      if (state) await ledger.settle(begun.id, { state, at: 6, customerId: '7' });
      await ledger.idle();
      return begun.id;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('ledgerName: accounts of a host share a ledger, each run of a sandbox has one, a store has one by any path', async () => {
  using folder = temporaryFolder();
  const context = {
    files: systemFiles,
    processes: fakeProcesses().table(1),
    takeOver: false,
    lockWait: defaultLockWait,
  };
  const salt = await ensureSalt(context, folder.path);
  const [store, link] = [join(folder.path, 'store.json'), join(folder.path, 'link.json')];
  writeFileSync(store, '{}');
  symlinkSync(store, link);
  const nameOf = (by: LedgerAccount) => ledgerName(by, salt);
  expect([nameOf(live('a')), nameOf(live('b', 'list/B'))]).toEqual([nameOfOne, nameOfOne]);
  expect(nameOf({ kind: 'live', host: 'localhost:4010', apiKey: { reveal: () => 'a' } })).toBe(
    'host-localhost_4010',
  );
  expect(nameOf({ kind: 'sandbox', instance: 'a/../b' })).toBe('sandbox-a_.._b');
  expect(nameOf({ kind: 'sandbox', store })).toBe(nameOf({ kind: 'sandbox', store: link }));
  expect(nameOf({ kind: 'sandbox', store })).toMatch(/^sandbox-store-[\da-f]{32}$/);
  expect(ledgerName({ kind: 'sandbox', store }, undefined)).toBeUndefined();
});

test.each([
  ['the same key', live('k'), live('k')],
  ['the same key, stored in two programs', live('k', 'keychain/default'), live('k', 'vscode/1')],
  ['the same key, stored and in the environment', live('k', 'vscode/1'), live('k')],
  ['another key of a stored account', live('old', 'vscode/1'), live('new', 'vscode/1')],
])('find: %s is the same account, and its settled creates are found', async (_what, one, other) => {
  using here = machine();
  const id = await here.create(one, ada, 'created');
  const [entry] = await here.open(other).find(ada);
  expect([entry?.id, entry?.state, entry?.isOtherAccount]).toEqual([id, 'created', undefined]);
  expect(await here.open(other).isOwn(id)).toBe(true);
});

test.each([
  ['another key of the environment', live('old'), live('new')],
  [
    "the terminal's keychain and VS Code, with two keys",
    live('a', 'keychain/default'),
    live('b', 'vscode/1'),
  ],
])('find: %s may be the same account: only unresolved creates are found', async (_what, one, other) => {
  using here = machine();
  const id = await here.create(one, ada, 'unknown');
  await here.create(one, grace, 'created');
  await here.create(one, subject({ name: 'Done', email: 'ada@example.com' }), 'created');
  const ledger = here.open(other);
  expect([
    await ledger.find(ada),
    await ledger.find(subject({ email: 'ada@example.com' })),
    await ledger.find(subject({ userId: 'u-1' })),
    await ledger.find(grace),
  ]).toMatchObject([
    [{ id, same: 'content', state: 'unknown', isOtherAccount: true, attempt: attemptOf(ada) }],
    [{ id, same: 'email', isOtherAccount: true }],
    [{ id, same: 'userId', isOtherAccount: true }],
    [],
  ]);
  expect([await ledger.isOwn(id), await here.open(one).isOwn(id)]).toEqual([false, true]);
});

test('find: two stored accounts of one list, and two hosts, have nothing to do with each other', async () => {
  using here = machine();
  await here.create(live('a', 'vscode/1'), ada, 'unknown');
  const elsewhere = { ...live('a', 'vscode/1'), host: 'other.example.com' } as LedgerAccount;
  expect([await here.open(live('b', 'vscode/2')).find(ada), await here.open(elsewhere).find(ada)]).toEqual([
    [],
    [],
  ]);
});

test('begin: one key in two programs is one account, so a create on its way is a conflict', async () => {
  using here = machine();
  const [terminal, editor] = [here.open(live('k')), here.open(live('k', 'vscode/1'))];
  const known = await editor.find(ada);
  await terminal.begin(ada, attemptOf(ada), { known: [] });
  expect(await editor.begin(ada, attemptOf(ada), { known })).toEqual({ kind: 'conflict' });
});

test('begin: an idempotency key of what may be another account is not taken for this one', async () => {
  using here = machine();
  await here.create(live('old'), { ...ada, idempotencyKey: 'order-1' } as typeof ada, 'created');
  expect(await here.open(live('new')).find({ ...ada, idempotencyKey: 'order-1' })).toEqual([]);
});

test('begin: no part of a key is on disk, and history tells accounts apart without it', async () => {
  using here = machine();
  const text = 'k3y9'.repeat(82);
  const id = await here.create(live(text), ada, 'unknown');
  const folder = join(here.folder, 'ledger', nameOfOne);
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  expect(written.some((file) => file.includes(text.slice(0, 16)))).toBe(false);
  const other = await here.create(live('b', 'vscode/1'), grace, 'unknown');
  const accounts = await Promise.all(
    [id, other].map(async (each) => (await here.history.show(each))?.account),
  );
  expect(accounts).toEqual([expect.stringMatching(/^key\/[\w-]{22}$/), 'vscode/1']);
});
