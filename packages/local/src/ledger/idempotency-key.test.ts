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

test('findByKey: nothing before the first create, and its state afterwards, across processes', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const before = await open().findByKey(idempotencyKey, ada);
  const begun = await open().begin(keyed, attemptOf(ada), { known: [] });
  if (begun.kind !== 'began') throw new Error(begun.kind);
  const during = await open().findByKey(idempotencyKey, ada);
  const ledger = open();
  await ledger.settle(begun.id, { state: 'created', at: 6, customerId: '7' });
  await ledger.idle();
  expect([
    before,
    during,
    await open().findByKey(idempotencyKey, ada),
    await open().findByKey('other', ada),
  ]).toMatchObject([
    undefined,
    { id: begun.id, state: 'sending', isSameContent: true, attempt: attemptOf(ada) },
    { id: begun.id, state: 'created', isSameContent: true, customerId: '7' },
    undefined,
  ]);
});

test('findByKey: another body with the same key is named as such', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  await open().begin(keyed, attemptOf(ada), { known: [] });
  expect(await open().findByKey(idempotencyKey, grace)).toMatchObject({
    state: 'sending',
    isSameContent: false,
  });
});

test('begin: another body with a key that the caller has not looked up is a conflict', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const begun = await open().begin(keyed, attemptOf(ada), { known: [] });
  const ledger = open();
  if (begun.kind === 'began') await ledger.settle(begun.id, { state: 'rejected', at: 6 });
  await ledger.idle();
  const other = { ...grace, idempotencyKey };
  const known = begun.kind === 'began' ? [begun.id] : [];
  expect([
    await open().begin(other, attemptOf(grace), { known: [] }),
    (await open().begin(other, attemptOf(grace), { known })).kind,
  ]).toEqual([{ kind: 'conflict' }, 'began']);
});

test('findByKey: a create that may exist decides before later ones that do not', async () => {
  using folder = temporaryFolder();
  const open = opener(folder.path);
  const ledger = open();
  const known: string[] = [];
  for (const state of ['unknown', 'created', 'rejected'] as const) {
    const begun = await ledger.begin(keyed, attemptOf(ada), { known });
    if (begun.kind !== 'began') throw new Error(begun.kind);
    known.push(begun.id);
    await ledger.settle(begun.id, { state, at: 6 });
    await ledger.idle();
  }
  expect(await open().findByKey(idempotencyKey, ada)).toMatchObject({ id: known[1], state: 'created' });
});
