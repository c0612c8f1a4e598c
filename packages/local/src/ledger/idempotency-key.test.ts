import type { ClassifiedEntry, LedgerSubject } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { fakeProcesses } from '../../test/fake-processes.ts';
import { account, ada, attemptOf, grace } from '../../test/subjects.ts';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { createFileLedger } from './file-ledger.ts';

const idempotencyKey = 'order-7';
const keyed = { ...ada, idempotencyKey };

function opener(folder: string) {
  const processes = fakeProcesses().table(1);
  return () => createFileLedger({ folder, account, processes });
}

test('find: an idempotency key is not found before the first create, and its state afterwards, across processes', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const before = await open().find(keyed);
  const begun = await open().begin(keyed, attemptOf(ada), { known: [] });
  if (begun.kind !== 'began') throw new Error(begun.kind);
  const during = await open().find(keyed);
  const ledger = open();
  await ledger.settle(begun.id, { state: 'created', at: 6, customerId: '7' });
  await ledger.idle();
  const other = { ...ada, idempotencyKey: 'other' };
  expect([before, during, await open().find(keyed)]).toMatchObject([
    [],
    [{ id: begun.id, state: 'sending', same: 'content', hasSameKey: true, attempt: attemptOf(ada) }],
    [{ id: begun.id, state: 'created', same: 'content', hasSameKey: true, customerId: '7' }],
  ]);
  expect((await open().find(other)).map(({ hasSameKey }) => hasSameKey)).toEqual([undefined]);
});

test('find: another body with the same idempotency key is named as such, settled or not', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const other = { ...grace, idempotencyKey };
  const ledger = open();
  const begun = await ledger.begin(keyed, attemptOf(ada), { known: [] });
  const named = async () => (await open().find(other)).map(({ same, hasSameKey }) => [same, hasSameKey]);
  const during = await named();
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'created', at: 6 });
  await ledger.idle();
  expect([during, await named()]).toEqual([[['key', true]], [['key', true]]]);
});

test('begin: another body with a key that the caller has not looked up is a conflict', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const begun = await open().begin(keyed, attemptOf(ada), { known: [] });
  const ledger = open();
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'rejected', at: 6 });
  await ledger.idle();
  const other: LedgerSubject = { ...grace, idempotencyKey };
  const known = begun.kind === 'began' ? [{ id: begun.id, state: 'rejected' as const }] : [];
  expect([
    await open().begin(other, attemptOf(grace), { known: [] }),
    (await open().begin(other, attemptOf(grace), { known })).kind,
  ]).toEqual([{ kind: 'conflict' }, 'began']);
});

test('find: every create under an idempotency key is found, whatever became of it', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const ledger = open();
  const known: ClassifiedEntry[] = [];
  for (const state of ['unknown', 'created', 'rejected'] as const) {
    const begun = await ledger.begin(keyed, attemptOf(ada), { known });
    if (begun.kind !== 'began') throw new Error(begun.kind);
    known.push({ id: begun.id, state });
    await ledger.settle(begun.id, { state, at: 6 });
    await ledger.idle();
  }
  const found = new Map((await open().find(keyed)).map(({ id, state }) => [id, state]));
  expect(known.map(({ id }) => found.get(id))).toEqual(['unknown', 'created', 'rejected']);
});
