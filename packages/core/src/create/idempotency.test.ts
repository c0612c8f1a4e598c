import { expect, test, vi } from 'vitest';
import { inProcess } from '../../test/connections.ts';
import { creatorOf } from '../../test/create.ts';
import type { SentAttempt } from './evidence.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };
const idempotencyKey = 'signup-1843';

function creating(scenario?: 'server-error' | 'created-then-lost' | 'field-rejected') {
  const { sandbox, connection } = inProcess(scenario ? { scenario } : {});
  return { sandbox, ...creatorOf(connection) };
}

test('decideByKey: a created customer is replayed without a request', async () => {
  const { create, sandbox, questions } = creating();
  const first = await create(ada, { idempotencyKey });
  const before = sandbox.requests.length;
  expect(await create(ada, { idempotencyKey })).toEqual({
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'ledger',
    customer: { id: '1' },
    request: ada,
    issues: [],
    dropped: [],
    changed: [],
    ledgerId: first.ledgerId,
  });
  expect([sandbox.requests.length - before, questions.length]).toEqual([0, 1]);
});

test('decideByKey: an unknown create is looked up and never sent again', async () => {
  const { create, sandbox } = creating('server-error');
  await create(ada, { idempotencyKey });
  sandbox.useScenario(undefined);
  expect(await create(ada, { idempotencyKey })).toMatchObject({
    outcome: 'unknown',
    reason: 'sent-earlier',
    lookup: { kind: 'not-seen' },
  });
  expect(sandbox.customers).toEqual([]);
});

test('decideByKey: a definite no runs again', async () => {
  const { create, sandbox } = creating('field-rejected');
  expect(await create(ada, { idempotencyKey })).toMatchObject({ outcome: 'rejected' });
  sandbox.useScenario(undefined);
  expect(await create(ada, { idempotencyKey })).toMatchObject({ outcome: 'created', confirmedBy: 'answer' });
});

test('decideByKey: the same key with another body is refused, and nothing is sent', async () => {
  const { create, sandbox } = creating();
  const first = await create(ada, { idempotencyKey });
  expect(await create({ name: 'Grace' }, { idempotencyKey })).toMatchObject({
    outcome: 'needs-confirmation',
    question: { reasons: [{ kind: 'key-reused', ledgerId: first.ledgerId }] },
  });
  expect(sandbox.customers.length).toBe(1);
});

test('decideByKey: a hundred at once under one key are one POST, and the same customer each time', async () => {
  const { create, sandbox } = creating();
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => create(ada, { idempotencyKey })));
  expect(new Set(outcomes.map(({ outcome, ledgerId }) => `${outcome} ${ledgerId}`)).size).toBe(1);
  expect(sandbox.customers.length).toBe(1);
});

test('decideByKey: a create that another process is sending is waited for', async () => {
  const { create, ledger, sandbox } = creating();
  const subject = { fingerprint: JSON.stringify(ada), request: ada, idempotencyKey };
  const attempt: SentAttempt = { request: ada, sentAt: 0, before: undefined };
  const began = await ledger.begin(subject, attempt, { known: [] });
  if (began.kind !== 'began') throw new Error(began.kind);
  const waiting = create(ada, { idempotencyKey });
  await ledger.settle(began.id, { state: 'created', at: 1, customerId: '7' });
  expect(await waiting).toMatchObject({ outcome: 'created', customer: { id: '7' }, ledgerId: began.id });
  expect(sandbox.requests).toEqual([]);
});

test('decideByKey: other keys with the same content are asked about like any repeat', async () => {
  const { create, questions } = creating();
  await create(ada, { idempotencyKey });
  await create(ada, { idempotencyKey: 'another' });
  expect(questions[1]?.reasons.map(({ kind }) => kind)).toEqual(['sent-before', 'email-used']);
});

test.each(['before', 'after'])(
  'createCustomer: a create under the same key that begins during the duplicate check, and ends %s it, is replayed',
  async (when) => {
    const { create, ledger, sandbox } = creating();
    const begun = Promise.withResolvers<string>();
    const subject = { fingerprint: JSON.stringify(ada), request: ada, idempotencyKey };
    const attempt: SentAttempt = { request: ada, sentAt: 0, before: undefined };
    const waiting = create(ada, {
      idempotencyKey,
      async onProgress({ kind }) {
        if (kind !== 'checking-duplicates') return;
        const began = await ledger.begin(subject, attempt, { known: [] });
        if (began.kind === 'began') begun.resolve(began.id);
      },
    });
    const id = await begun.promise;
    if (when === 'after') await vi.waitUntil(() => sandbox.requests.length > 0);
    await ledger.settle(id, { state: 'created', at: 1, customerId: '7' });
    expect(await waiting).toMatchObject({ outcome: 'created', confirmedBy: 'ledger', ledgerId: id });
    expect(sandbox.customers).toEqual([]);
  },
);

test('createCustomer: another body under the same key that begins during the duplicate check is refused', async () => {
  const { create, ledger, sandbox } = creating();
  const other = { name: 'Grace' };
  const subject = { fingerprint: JSON.stringify(other), request: other, idempotencyKey };
  const outcome = await create(ada, {
    idempotencyKey,
    async onProgress({ kind }) {
      if (kind !== 'checking-duplicates') return;
      await ledger.begin(subject, { request: other, sentAt: 0, before: undefined }, { known: [] });
    },
  });
  expect(outcome).toMatchObject({
    outcome: 'needs-confirmation',
    question: { reasons: [{ kind: 'key-reused' }] },
  });
  expect(sandbox.customers).toEqual([]);
});
