import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { inProcess, overHttp } from '../../test/connections.ts';
import { buildPayload } from '../customer/build-payload.ts';
import type { CustomerDraft } from '../customer/customer-draft.ts';
import { readCustomer } from '../validation/read-customer.ts';
import { checkOutcome } from './check-outcome.ts';
import type { Connection } from './connection.ts';
import { createCustomer } from './create-customer.ts';
import { type Duplicates, findDuplicates } from './find-duplicates.ts';
import type { Unknown } from './outcome.ts';

const byUserId = { name: 'Ada Lovelace', userId: 'u-1', email: 'ada@example.com' };
const byEmail = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** The look-up before the send, and the unknown that the scenario makes of the send. */
async function lose(
  connection: Connection,
  draft: CustomerDraft,
): Promise<{ before: Duplicates; unknown: Unknown }> {
  const customer = readCustomer(draft);
  const before = await findDuplicates(connection, buildPayload(draft));
  const unknown = await createCustomer(connection, customer);
  if (before.kind !== 'duplicates' || unknown.outcome !== 'unknown')
    throw new Error('The scenario is another one.');
  return { before, unknown };
}

function losing(options: SandboxOptions) {
  const clock = { now: 1_600_000_000_000 };
  return { clock, ...inProcess(options, { now: () => clock.now }) };
}

test('a customer that was created after all is found by its userId, over HTTP', async () => {
  await using connected = await overHttp({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connected.connection, byUserId);
  expect(await checkOutcome(connected.connection, unknown, byUserId, { before })).toMatchObject({
    kind: 'found',
    outcome: {
      outcome: 'created',
      customerExists: 'yes',
      confirmedBy: 'look-up',
      customer: { id: 1, userId: 'u-1' },
      dropped: [],
      changed: [],
    },
  });
});

test('a newcomer with the email is found among those who had it before', async () => {
  const { connection } = losing({
    scenario: 'created-then-html-502',
    customers: [{ id: 4, email: 'ada@example.com' }],
  });
  const { before, unknown } = await lose(connection, byEmail);
  expect(await checkOutcome(connection, unknown, byEmail, { before })).toMatchObject({
    kind: 'found',
    outcome: { customer: { id: 5 } },
  });
});

test('someone new without the custom attributes that were sent may be another program’s', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  const request = { ...unknown.request, customData: [{ property: 'plan', value: 'pro' }] };
  const draft = { ...byUserId, customData: { plan: 'pro' } };
  expect(await checkOutcome(connection, { ...unknown, request }, draft, { before })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'someone-else',
  });
});

test("someone new who is not as sent may be another program's, so nothing is claimed", async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, { ...byUserId, name: 'Grace Hopper' });
  const request = { ...unknown.request, name: 'Ada Lovelace' };
  expect(await checkOutcome(connection, { ...unknown, request }, byUserId, { before })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'someone-else',
    candidates: [{ name: 'Grace Hopper' }],
  });
});

test.each([byUserId, byEmail])(
  'a customer that is not there is not seen, which stays unknown (%#)',
  async (draft) => {
    const { connection, clock } = losing({ scenario: 'server-error' });
    const { before, unknown } = await lose(connection, draft);
    clock.now += 12_345;
    expect(await checkOutcome(connection, unknown, draft, { before })).toEqual({
      kind: 'not-seen',
      secondsAgo: 12,
    });
  },
);

test('those who had the email before are not taken for the one just sent', async () => {
  const { connection } = losing({
    scenario: 'server-error',
    customers: [{ id: 4, email: 'ada@example.com' }],
  });
  const { before, unknown } = await lose(connection, byEmail);
  expect(await checkOutcome(connection, unknown, byEmail, { before })).toMatchObject({ kind: 'not-seen' });
});

test('with nothing to look by it cannot be told', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, { name: 'Ada' });
  expect(await checkOutcome(connection, unknown, { name: 'Ada' }, { before })).toEqual({
    kind: 'cannot-tell',
    reason: 'nothing-to-look-by',
    candidates: [],
  });
});

test.each([byUserId, byEmail])('without an earlier look-up a match proves nothing (%#)', async (draft) => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { unknown } = await lose(connection, draft);
  expect(await checkOutcome(connection, unknown, draft, { before: undefined })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'no-earlier-look',
    candidates: [{ email: 'ada@example.com' }],
  });
});

test('without an earlier look-up nobody there is not seen', async () => {
  const { connection } = losing({ scenario: 'server-error' });
  const { unknown } = await lose(connection, byEmail);
  expect(await checkOutcome(connection, unknown, byEmail, { before: undefined })).toMatchObject({
    kind: 'not-seen',
  });
});

test('where too many share the email it cannot be told', async () => {
  const customers = Array.from({ length: 101 }, (_, index) => ({ id: index + 1, email: 'ada@example.com' }));
  const { connection } = losing({ scenario: 'created-then-lost', customers });
  const { before, unknown } = await lose(connection, byEmail);
  expect(await checkOutcome(connection, unknown, byEmail, { before })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'too-many-matches',
  });
});

test('who was beyond the first page before the send is not taken for a newcomer', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byEmail);
  const cut = { ...before, byEmail: before.byEmail && { ...before.byEmail, complete: false } };
  expect(await checkOutcome(connection, unknown, byEmail, { before: cut })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'too-many-matches',
  });
});

test('a look-up that fails tells nothing', async () => {
  const { connection, sandbox } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  sandbox.useScenario('search-fails');
  expect(await checkOutcome(connection, unknown, byUserId, { before })).toEqual({
    kind: 'look-up-failed',
    failure: { kind: 'refused', status: 500, retryAfter: undefined },
  });
});

test('a check can be cancelled', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  const signal = AbortSignal.abort();
  expect(await checkOutcome(connection, unknown, byUserId, { before, signal })).toEqual({
    kind: 'look-up-failed',
    failure: { kind: 'not-sent', reason: 'aborted' },
  });
});

test.each([
  ['lacks what was sent', { userId: 'u-1' }],
  ['has what was not sent', { ...byUserId, phone: '+1' }],
])('a newcomer who %s is not claimed', async (_what, newcomer) => {
  const { connection, sandbox } = losing({ scenario: 'server-error' });
  const { before, unknown } = await lose(connection, byUserId);
  const { userId, ...others } = newcomer;
  sandbox.useScenario(undefined);
  await createCustomer(connection, readCustomer({ userId, ...others }));
  expect(await checkOutcome(connection, unknown, byUserId, { before })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'someone-else',
  });
});

test('of two newcomers with the email the one who is as sent is found', async () => {
  const { connection, sandbox } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byEmail);
  sandbox.reset();
  sandbox.useScenario(undefined);
  await createCustomer(connection, readCustomer({ ...byEmail, userId: 'u-9' }));
  await createCustomer(connection, readCustomer(byEmail));
  expect(await checkOutcome(connection, unknown, byEmail, { before })).toMatchObject({
    kind: 'found',
    outcome: { customer: { id: 2 } },
  });
});
