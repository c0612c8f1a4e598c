import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiKey } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { ada, attemptOf } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { accountId, type LedgerAccount } from './account.ts';
import { systemFiles } from './durable-files.ts';
import { createFileLedger } from './file-ledger.ts';
import { defaultLockWait } from './lock.ts';
import { ensureSalt } from './salt.ts';

const host = 'api.helpcrunch.com';
const keyText = 'A'.repeat(328);

async function saltIn(folder: string) {
  const context = {
    files: systemFiles,
    processes: fakeProcesses().table(1),
    takeOver: false,
    lockWait: defaultLockWait,
  };
  return ensureSalt(context, folder);
}

function keyAccount(text: string, at = host): LedgerAccount {
  const reading = ApiKey.read(text);
  if (!reading.ok) throw new Error(reading.problem);
  return { kind: 'environment', host: at, apiKey: reading.key };
}

test('accountId: a stored account has the same ID whatever its key', async () => {
  using folder = temporaryFolder();
  const salt = await saltIn(folder.path);
  const stored: LedgerAccount = { kind: 'stored', id: 'D2F0-77', host };
  expect([accountId(stored, salt), accountId(stored, undefined)]).toEqual([
    'account-d2f0-77',
    'account-d2f0-77',
  ]);
});

test('accountId: a key from the environment is its host and a hash', async () => {
  using folder = temporaryFolder();
  const salt = await saltIn(folder.path);
  const ids = [
    keyAccount(keyText),
    keyAccount(keyText),
    keyAccount('other'),
    keyAccount(keyText, 'localhost:4010'),
  ];
  const [first, again, otherKey, otherHost] = ids.map((account) => accountId(account, salt));
  expect(first).toMatch(/^key-api\.helpcrunch\.com-[\da-f]{32}$/);
  expect([again === first, otherKey === first, otherHost?.startsWith('key-localhost_4010-')]).toEqual([
    true,
    false,
    true,
  ]);
  expect(accountId(keyAccount(keyText), undefined)).toBeUndefined();
});

test('accountId: each run of a sandbox is another account, a store is the same by any path', async () => {
  using folder = temporaryFolder();
  const salt = await saltIn(folder.path);
  const [store, link] = [join(folder.path, 'store.json'), join(folder.path, 'link.json')];
  writeFileSync(store, '{}');
  symlinkSync(store, link);
  const idOf = (account: LedgerAccount) => accountId(account, salt);
  expect(idOf({ kind: 'sandbox', instance: 'a/../b' })).toBe('sandbox-a_.._b');
  expect(idOf({ kind: 'sandbox', store })).toBe(idOf({ kind: 'sandbox', store: link }));
  expect(idOf({ kind: 'sandbox', store })).toMatch(/^sandbox-store-[\da-f]{32}$/);
});

test('begin: no part of a key from the environment is on disk', async () => {
  using folder = temporaryFolder();
  const text = 'k3y9'.repeat(82);
  const ledger = createFileLedger({ folder: folder.path, account: keyAccount(text) });
  expect(await ledger.begin(ada, attemptOf(ada), { known: [] })).toMatchObject({ kind: 'began' });
  const salt = await saltIn(join(folder.path, 'ledger'));
  const id = accountId(keyAccount(text), salt) ?? '';
  const written = readFileSync(join(folder.path, 'ledger', id, 'recent.jsonl'), 'utf8');
  expect([written.includes(text.slice(0, 16)), id.includes('k3y9')]).toEqual([false, false]);
});
