import type { SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { inProcess, overHttp } from '../../test/connections.ts';
import { attemptAfter, send } from '../../test/send.ts';
import type { Connection } from '../api/connection.ts';
import type { CustomerDraft } from '../customer/draft.ts';
import { buildPayload } from '../customer/draft-view.ts';
import type { JsonObject } from '../customer/json.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { checkDuplicates, type DuplicateCheck } from './duplicate-check.ts';
import type { SentAttempt } from './evidence.ts';
import { checkCustomer } from './look-again.ts';
import { findSentCustomer, lookUpAttempt } from './lookup.ts';
import type { Unknown } from './outcome.ts';

const byUserId = { name: 'Ada Lovelace', userId: 'u-1', email: 'ada@example.com' };
const byEmail = { name: 'Ada Lovelace', email: 'ada@example.com' };

/** The look-up before the send, and the unknown that the scenario makes of the send. */
async function lose(
  connection: Connection,
  draft: CustomerDraft,
): Promise<{ before: DuplicateCheck; unknown: Unknown }> {
  const customer = readCustomer(draft);
  const before = await checkDuplicates(connection, buildPayload(draft));
  const unknown = await send(connection, customer);
  if (before.kind !== 'checked' || unknown.outcome !== 'unknown')
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
  expect(
    await checkCustomer(
      { ...unknown, attempt: attemptAfter(unknown, before) },
      { connection: connected.connection, draft: byUserId },
    ),
  ).toMatchObject({
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'lookup',
    customer: { id: 1, userId: 'u-1' },
    dropped: [],
    changed: [],
  });
});

test('a newcomer with the email is found among those who had it before', async () => {
  const { connection } = losing({
    scenario: 'created-then-html-502',
    customers: [{ id: 4, email: 'ada@example.com' }],
  });
  const { before, unknown } = await lose(connection, byEmail);
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toMatchObject({
    kind: 'found',
    customer: { id: 5 },
  });
});

test('findSentCustomer: by user ID, custom attributes that HelpCrunch dropped do not break a match', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  const request = { ...unknown.request, customData: [{ property: 'plan', value: 'pro' }] };
  expect(await lookUpAttempt(connection, { ...attemptAfter(unknown, before), request })).toMatchObject({
    kind: 'found',
  });
});

test('findSentCustomer: by email alone, a newcomer without the custom attributes may be another program’s', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byEmail);
  const request = { ...unknown.request, customData: [{ property: 'plan', value: 'pro' }] };
  expect(await lookUpAttempt(connection, { ...attemptAfter(unknown, before), request })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'differs',
  });
});

const attempt: SentAttempt = {
  request: byEmail,
  sentAt: 1_700_000_000_000,
  before: { email: { ids: [], isComplete: true } },
};

function seen(customer: JsonObject, more: Partial<DuplicateCheck> = {}): DuplicateCheck {
  const byEmail = { kind: 'matches', customers: [customer], complete: true } as const;
  return { kind: 'checked', byUserId: undefined, byEmail, ...more };
}

test.each<[string, number, object]>([
  ['10 minutes later', 600_000, { kind: 'found' }],
  ['11 minutes later', 660_000, { kind: 'cannot-tell', reason: 'too-late' }],
  ['11 minutes before, by a clock that was set back', -660_000, { kind: 'cannot-tell', reason: 'too-late' }],
])('findSentCustomer: a match by email alone %s', (_when, later, lookup) => {
  const newcomer = { ...byEmail, id: 7 };
  expect(findSentCustomer(attempt, seen(newcomer), attempt.sentAt + later)).toMatchObject(lookup);
});

test.each<[string, number, number, object]>([
  ['an hour before the send', -3600, 0, { kind: 'cannot-tell', reason: 'seen-before' }],
  ['4 minutes before, within what clocks differ', -240, 0, { kind: 'found' }],
  ['an hour before, by a clock that is an hour behind', -3600, -3_600_000, { kind: 'found' }],
])('findSentCustomer: a newcomer first seen %s', (_when, seconds, clockSkewMs, lookup) => {
  const firstSeen = attempt.sentAt / 1000 + seconds;
  const newcomer = { ...byEmail, id: 7, firstSeen };
  expect(findSentCustomer(attempt, seen(newcomer, { clockSkewMs }), attempt.sentAt)).toMatchObject(lookup);
});

test('findSentCustomer: a first-seen date that was sent is compared, and proves nothing about when it was created', () => {
  const firstSeen = '1600000000';
  const sent = { ...attempt, request: { ...byEmail, firstSeen } };
  const newcomer = { ...byEmail, id: 7, firstSeen: Number(firstSeen) };
  expect(findSentCustomer(sent, seen(newcomer), attempt.sentAt)).toMatchObject({ kind: 'found' });
});

test('findSentCustomer: two newcomers exactly as sent cannot be distinguished', () => {
  const customers = [
    { ...byEmail, id: 7 },
    { ...byEmail, id: 8 },
  ];
  const byBoth = { kind: 'matches', customers, complete: true } as const;
  const check = seen({}, { byEmail: byBoth });
  expect(findSentCustomer(attempt, check, attempt.sentAt)).toMatchObject({ reason: 'several-match' });
});

test("someone new who is not as sent may be another program's, so nothing is claimed", async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, { ...byUserId, name: 'Grace Hopper' });
  const request = { ...unknown.request, name: 'Ada Lovelace' };
  expect(await lookUpAttempt(connection, { ...attemptAfter(unknown, before), request })).toMatchObject({
    kind: 'cannot-tell',
    reason: 'differs',
    candidates: [{ name: 'Grace Hopper' }],
  });
});

test.each([byUserId, byEmail])(
  'a customer that is not there is not seen, which stays unknown (%#)',
  async (draft) => {
    const { connection, clock } = losing({ scenario: 'server-error' });
    const { before, unknown } = await lose(connection, draft);
    clock.now += 12_345;
    expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toEqual({
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
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toMatchObject({ kind: 'not-seen' });
});

test('with nothing to search by the lookup cannot tell', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, { name: 'Ada' });
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toEqual({
    kind: 'cannot-tell',
    reason: 'nothing-to-search-by',
    candidates: [],
  });
});

test.each([byUserId, byEmail])('without an earlier look-up a match proves nothing (%#)', async (draft) => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { unknown } = await lose(connection, draft);
  expect(await lookUpAttempt(connection, attemptAfter(unknown, undefined))).toMatchObject({
    kind: 'cannot-tell',
    reason: 'no-earlier-check',
    candidates: [{ email: 'ada@example.com' }],
  });
});

test('without an earlier lookup, no match is not seen', async () => {
  const { connection } = losing({ scenario: 'server-error' });
  const { unknown } = await lose(connection, byEmail);
  expect(await lookUpAttempt(connection, attemptAfter(unknown, undefined))).toMatchObject({
    kind: 'not-seen',
  });
});

test('where too many share the email the lookup cannot tell', async () => {
  const customers = Array.from({ length: 101 }, (_, index) => ({ id: index + 1, email: 'ada@example.com' }));
  const { connection } = losing({ scenario: 'created-then-lost', customers });
  const { before, unknown } = await lose(connection, byEmail);
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toMatchObject({
    kind: 'cannot-tell',
    reason: 'too-many-matches',
  });
});

test('who was beyond the first page before the send is not taken for a newcomer', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byEmail);
  const cut = { ...before, byEmail: before.byEmail && { ...before.byEmail, complete: false } };
  expect(await lookUpAttempt(connection, attemptAfter(unknown, cut))).toMatchObject({
    kind: 'cannot-tell',
    reason: 'too-many-matches',
  });
});

test('a look-up that fails tells nothing', async () => {
  const { connection, sandbox } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  sandbox.useScenario('search-fails');
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toEqual({
    kind: 'lookup-failed',
    failure: { kind: 'refused', status: 500, retryAfter: undefined, byHelpCrunch: true },
  });
});

test('a check can be canceled', async () => {
  const { connection } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byUserId);
  const signal = AbortSignal.abort();
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before), signal)).toEqual({
    kind: 'lookup-failed',
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
  await send(connection, readCustomer({ userId, ...others }));
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toMatchObject({
    kind: 'cannot-tell',
    reason: 'differs',
  });
});

test('of two newcomers with the email the one who is as sent is found', async () => {
  const { connection, sandbox } = losing({ scenario: 'created-then-lost' });
  const { before, unknown } = await lose(connection, byEmail);
  sandbox.reset();
  sandbox.useScenario(undefined);
  await send(connection, readCustomer({ ...byEmail, userId: 'u-9' }));
  await send(connection, readCustomer(byEmail));
  expect(await lookUpAttempt(connection, attemptAfter(unknown, before))).toMatchObject({
    kind: 'found',
    customer: { id: 2 },
  });
});

test('findSentCustomer: someone whom the email search showed before the send is not new by user ID', () => {
  const customer = { id: 4, name: 'Ada', userId: 'u-1', email: 'ada@example.com' };
  const attempt: SentAttempt = {
    request: { name: 'Ada', userId: 'u-1', email: 'ada@example.com' },
    sentAt: 1_600_000_000_000,
    before: { userId: { ids: [], isComplete: true }, email: { ids: ['4'], isComplete: true } },
  };
  const matches = { kind: 'matches', customers: [customer], complete: true } as const;
  const after: DuplicateCheck = { kind: 'checked', byUserId: matches, byEmail: matches };
  expect(findSentCustomer(attempt, after, attempt.sentAt + 1000)).toMatchObject({ kind: 'not-seen' });
});

test('findSentCustomer: a customer with the user ID that only the email search shows yet is found', () => {
  const customer = { id: 4, name: 'Ada', userId: 'u-1', email: 'ada@example.com' };
  const none = { kind: 'matches', customers: [], complete: true } as const;
  const attempt: SentAttempt = {
    request: { name: 'Ada', userId: 'u-1', email: 'ada@example.com' },
    sentAt: 1_600_000_000_000,
    before: { userId: { ids: [], isComplete: true }, email: { ids: [], isComplete: true } },
  };
  const after: DuplicateCheck = {
    kind: 'checked',
    byUserId: none,
    byEmail: { ...none, customers: [{ id: 5, email: 'ada@example.com' }, customer] },
  };
  expect(findSentCustomer(attempt, after, attempt.sentAt + 1000)).toEqual({ kind: 'found', customer });
});
