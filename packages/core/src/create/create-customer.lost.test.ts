import { createSandbox, type Sandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { connectionBy, inProcess } from '../../test/connections.ts';
import { creatorOf, reasonKinds } from '../../test/create.ts';
import { checkCustomer } from './look-again.ts';
import type { Outcome } from './outcome.ts';
import { answerYes } from './question.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };
const adaWithId = { ...ada, userId: 'u-1' };

/** Answers a request by itself, or lets the sandbox answer. */
type Front = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

const isCreate = ({ url }: Request) => url.endsWith('/customers');
const noMatch = () => Response.json({ data: [], total: 0 });

function behind(front: Front, options: SandboxOptions = {}) {
  const clock = { now: 1_700_000_000_000 };
  const sandbox = createSandbox({ now: () => clock.now, ...options });
  const connection = connectionBy((request) => front(request, () => sandbox.fetch(request)), {
    now: () => clock.now,
  });
  return { sandbox, connection, clock, ...creatorOf(connection) };
}

function posts({ requests }: Sandbox): number {
  return requests.filter(({ path }) => path === '/v1/customers').length;
}

test('createCustomer: a lost answer is followed by a lookup that finds the customer', async () => {
  const { sandbox, connection } = inProcess({ scenario: 'created-then-lost' });
  const { create, progress } = creatorOf(connection);
  expect(await create(adaWithId)).toMatchObject({
    outcome: 'created',
    confirmedBy: 'lookup',
    customer: { id: 1 },
  });
  expect([posts(sandbox), progress.at(-1)]).toEqual([1, { kind: 'looking-up' }]);
});

test('createCustomer: a lost answer that no lookup resolves stays unknown, with what the lookup found', async () => {
  const { create } = creatorOf(inProcess({ scenario: 'server-error' }).connection);
  expect(await create(ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'server-error',
    lookup: { kind: 'not-seen' },
    attempt: { before: { email: { ids: [], isComplete: true } } },
  });
});

test('createCustomer: canceled after the request began, makes no lookup', async () => {
  const controller = new AbortController();
  const { create, sandbox } = behind(async (request, pass) => {
    if (isCreate(request)) controller.abort();
    return pass();
  });
  const outcome = await create(ada, { signal: controller.signal });
  expect([outcome.outcome, 'lookup' in outcome]).toEqual(['unknown', false]);
  expect(sandbox.requests.filter(({ path }) => path.endsWith('search')).length).toBe(1);
});

test('createCustomer: repeated after unknown, it checks first and asks; --yes never sends it again', async () => {
  const { connection, sandbox } = inProcess({ scenario: 'server-error' });
  const { create, questions } = creatorOf(connection);
  const first = await create(ada);
  sandbox.useScenario(undefined);
  expect(await create(ada, { ask: answerYes() })).toMatchObject({ outcome: 'needs-confirmation' });
  expect(posts(sandbox)).toBe(1);
  expect(await create(ada)).toMatchObject({ outcome: 'created' });
  expect(questions[1]).toMatchObject({
    mayDuplicate: true,
    reasons: [
      {
        kind: 'unresolved',
        ledgerId: first.ledgerId,
        same: 'content',
        lookup: { kind: 'not-seen' },
        isSafeToResend: false,
      },
    ],
  });
});

test.each([
  ['user ID', adaWithId, { ...adaWithId, name: 'Ada' }, 'userId', true],
  ['email', ada, { ...ada, name: 'Ada' }, 'email', false],
] as const)(
  'createCustomer: an edited customer with the same %s is asked about too',
  async (_what, sent, edited, same, isSafeToResend) => {
    const { connection } = inProcess({ scenario: 'server-error' });
    const { create, questions } = creatorOf(connection);
    await create(sent);
    await create(edited);
    expect(questions[1]?.reasons).toMatchObject([{ kind: 'unresolved', same, isSafeToResend }]);
  },
);

test('createCustomer: repeated after unknown, our own customer in the duplicate check resolves it (case 27)', async () => {
  let isLagging = true;
  const { create, sandbox, questions, ledger } = behind(async (request, pass) => {
    if (isCreate(request)) {
      await pass();
      return new Response(null, { status: 502 });
    }
    return isLagging ? noMatch() : pass();
  });
  const first = await create(adaWithId);
  expect(first).toMatchObject({ outcome: 'unknown', lookup: { kind: 'not-seen' } });
  isLagging = false;
  expect(await create(adaWithId)).toMatchObject({
    outcome: 'created',
    confirmedBy: 'lookup',
    ledgerId: first.ledgerId,
  });
  expect([posts(sandbox), questions.length]).toEqual([1, 1]);
  expect(await ledger.find({ fingerprint: JSON.stringify(adaWithId), request: adaWithId })).toMatchObject([
    { state: 'created', customerId: '1' },
  ]);
});

test('createCustomer: sent again after unknown and refused as taken, the lookup shows that it is ours', async () => {
  let searches = 0;
  const { create, sandbox } = behind(async (request, pass) => {
    if (!isCreate(request)) {
      searches += 1;
      // Four searches before the second create see nothing yet.
      return searches <= 6 ? noMatch() : pass();
    }
    const answer = await pass();
    return answer.status === 201 ? new Response(null, { status: 502 }) : answer;
  });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'unknown' });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'created', confirmedBy: 'lookup', issues: [] });
  expect(sandbox.customers.length).toBe(1);
});

test.each([
  ['the same customer', adaWithId, 'created'],
  ['another one with its user ID', { ...adaWithId, name: 'Ada' }, 'user-id-taken'],
] as const)(
  'createCustomer: once %s was created, an earlier unknown send with the user ID is settled',
  async (_what, second, state) => {
    const { connection, sandbox } = inProcess({ scenario: 'server-error' });
    const { create, ledger, questions } = creatorOf(connection);
    const first = await create(adaWithId);
    sandbox.useScenario(undefined);
    expect(await create(second)).toMatchObject({ outcome: 'created', customer: { id: 1 } });
    const entries = await ledger.find({ fingerprint: JSON.stringify(adaWithId), request: adaWithId });
    expect(entries.find(({ id }) => id === first.ledgerId)).toMatchObject({ state, customerId: '1' });
    await create({ ...ada, name: 'Countess', userId: 'u-2' });
    expect(reasonKinds(questions.at(-1))).toEqual(['email-used']);
  },
);

test('createCustomer: an unknown send whose user ID someone has now is no reason to ask about its email', async () => {
  const { connection, sandbox } = inProcess({ scenario: 'server-error' });
  const { create, questions } = creatorOf(connection);
  expect(await create(adaWithId)).toMatchObject({ outcome: 'unknown' });
  sandbox.useScenario(undefined);
  await creatorOf(connection).create({ name: 'Someone else', userId: 'u-1' });
  expect(await create({ ...ada, userId: 'u-2' })).toMatchObject({ outcome: 'created' });
  expect(questions[1]?.reasons).toEqual([]);
});

test('createCustomer: once a lookup found the customer, an earlier unknown send of it is settled', async () => {
  let isLagging = true;
  const { create, connection, ledger } = behind(async (request, pass) => {
    if (!isCreate(request)) return isLagging ? noMatch() : pass();
    // The first request is lost on its way, the second one's answer on the way back.
    if (ids.length > 0) await pass();
    return new Response(null, { status: 502 });
  });
  const ids: (string | undefined)[] = [];
  ids.push((await create(adaWithId)).ledgerId);
  const second = await create(adaWithId);
  if (second.outcome !== 'unknown') throw new Error('it is unknown');
  isLagging = false;
  expect(await checkCustomer(second, { connection, ledger })).toMatchObject({ outcome: 'created' });
  const entries = await ledger.find({ fingerprint: JSON.stringify(adaWithId), request: adaWithId });
  expect(entries.map(({ state, customerId }) => [state, customerId])).toEqual([
    ['created', '1'],
    ['created', '1'],
  ]);
});

test('createCustomer: after a lost answer, an equal stranger first seen an hour ago is not taken for ours (case 29)', async () => {
  const { create, sandbox, clock } = behind(async (request, pass) =>
    isCreate(request) ? new Response(null, { status: 502 }) : pass(),
  );
  const firstSeen = String(clock.now / 1000 - 3600);
  const original = sandbox.fetch;
  let calls = 0;
  sandbox.fetch = (request) => {
    calls += 1;
    return calls === 1
      ? original(request)
      : Promise.resolve(Response.json({ data: [{ id: 9, ...ada, firstSeen }], total: 1 }));
  };
  expect(await create(ada)).toMatchObject({
    outcome: 'unknown',
    lookup: { kind: 'cannot-tell', reason: 'seen-before' },
  });
});

test.each<[string, () => Response]>([
  ['400 user_id_taken', () => Response.json({ errors: [{ code: 'user_id_taken' }] }, { status: 400 })],
  ['400 user_id', () => Response.json({ errors: [{ code: 'user_id' }] }, { status: 400 })],
  [
    '422 entity_already_exists',
    () => Response.json({ errors: [{ code: 'entity_already_exists' }] }, { status: 422 }),
  ],
  ['412', () => new Response(null, { status: 412 })],
  ['an empty 400', () => new Response(null, { status: 400 })],
  ['an HTML 400', () => new Response('<html></html>', { status: 400 })],
])('createCustomer: stored, then %s, is not a plain no (case 28)', async (_what, refuse) => {
  for (const customer of [ada, adaWithId]) {
    const { create, sandbox } = behind(async (request, pass) => {
      const answer = await pass();
      return isCreate(request) ? refuse() : answer;
    });
    expect(await create(customer)).toMatchObject({
      outcome: 'unknown',
      reason: 'refused-but-found',
      lookup: { kind: 'cannot-tell', reason: 'refused' },
    });
    expect(posts(sandbox)).toBe(1);
  }
});

test('createCustomer: refused with no match before or after, it is a plain refusal', async () => {
  const { create } = behind(async (request, pass) =>
    isCreate(request) ? Response.json({ errors: [{ code: 'email' }] }, { status: 400 }) : pass(),
  );
  expect(await create(adaWithId)).toMatchObject({ outcome: 'rejected', customerExists: 'no' });
});

test.each([
  [
    'that is HelpCrunch’s own, it is a refusal',
    Response.json({ errors: [{ code: 'name' }] }, { status: 400 }),
    'rejected',
  ],
  ['that is a page, it is unknown', new Response('<html></html>', { status: 400 }), 'unknown'],
])('createCustomer: when the lookup after a 400 fails %s', async (_what, refusal, outcome) => {
  let isSent = false;
  const { create } = behind(async (request) => {
    if (isCreate(request)) {
      isSent = true;
      return refusal.clone();
    }
    return isSent ? new Response(null, { status: 500 }) : noMatch();
  });
  expect((await create(ada)).outcome).toBe(outcome);
});

test('createCustomer: stored and then rate limited, the repeat sees our customer: one POST (case 26)', async () => {
  let isFirst = true;
  const { create, sandbox, pauses, progress, questions } = behind(async (request, pass) => {
    const answer = await pass();
    if (!isCreate(request) || !isFirst) return answer;
    isFirst = false;
    return new Response(null, { status: 429, headers: { 'retry-after': '1' } });
  });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'created', confirmedBy: 'lookup' });
  expect([posts(sandbox), pauses, questions.length]).toEqual([1, [1000], 1]);
  expect(progress).toContainEqual({
    kind: 'waiting',
    until: 1_700_000_001_000,
    resend: 1,
    maxResends: 5,
  });
});

test('createCustomer: Retry-After 0 waits a second each time, and gives up after five resends (case 26)', async () => {
  const { create, pauses, sandbox } = behind(async (request, pass) => {
    if (!isCreate(request)) return pass();
    return new Response(null, { status: 429, headers: { 'retry-after': '0' } });
  });
  expect(await create({ name: 'Ada' })).toMatchObject({ outcome: 'rate-limited', customerExists: 'no' });
  expect([pauses, sandbox.customers]).toEqual([[1000, 1000, 1000, 1000, 1000], []]);
});

test('createCustomer: without a pause the first 429 is the outcome', async () => {
  const { create } = behind(async () => new Response(null, { status: 429 }));
  expect(await create(ada, { pause: undefined })).toMatchObject({
    outcome: 'rate-limited',
    step: 'duplicate-check',
  });
});

test('createCustomer: canceled while waiting, nothing more is sent', async () => {
  const controller = new AbortController();
  let requests = 0;
  const { create } = behind(async () => {
    requests += 1;
    return new Response(null, { status: 429 });
  });
  const pause = async () => controller.abort();
  expect(await create({ name: 'Ada' }, { pause, signal: controller.signal })).toMatchObject({
    outcome: 'rate-limited',
  });
  expect(requests).toBe(1);
});

test('createCustomer: resends after a rate limit share one ledger entry', async () => {
  let creates = 0;
  const { create, ledger } = behind(async (request, pass) => {
    creates += isCreate(request) ? 1 : 0;
    return isCreate(request) && creates < 3 ? new Response(null, { status: 429 }) : pass();
  });
  const outcome = await create(ada);
  const entries = await ledger.find({ fingerprint: JSON.stringify(ada), request: ada });
  expect([outcome.outcome, entries.map(({ id, state }) => [id, state])]).toEqual([
    'created',
    [[outcome.ledgerId, 'created']],
  ]);
});

test('createCustomer: 201 with errors and no id is unknown, and looked up (case 30)', async () => {
  const errors = () => Response.json({ errors: [{ code: 'internal' }] }, { status: 201 });
  const lost = behind(async (request, pass) => (isCreate(request) ? errors() : pass()));
  expect(await lost.create(ada)).toMatchObject({
    outcome: 'unknown',
    reason: 'created-with-errors',
    lookup: { kind: 'not-seen' },
  });
  const stored = behind(async (request, pass) => {
    const answer = await pass();
    return isCreate(request) ? errors() : answer;
  });
  expect(await stored.create(ada)).toMatchObject({ outcome: 'created', confirmedBy: 'lookup' });
});

test('createCustomer: 201 in a wrapper is created, but unreadable; nothing counts as dropped (case 30)', async () => {
  const { create } = behind(async (request, pass) =>
    isCreate(request) ? Response.json({ data: { id: 1, ...ada } }, { status: 201 }) : pass(),
  );
  expect(await create(ada)).toMatchObject({
    outcome: 'created',
    unreadable: 'not-a-customer',
    dropped: [],
    changed: [],
  });
});

test('checkCustomer: a later check that finds the customer settles the ledger', async () => {
  let isLagging = true;
  const { create, connection, ledger } = behind(async (request, pass) => {
    const answer = await pass();
    if (isCreate(request)) return new Response(null, { status: 502 });
    return isLagging ? noMatch() : answer;
  });
  const unknown: Outcome = await create(ada);
  if (unknown.outcome !== 'unknown') throw new Error(unknown.outcome);
  expect(await checkCustomer(unknown, { connection, ledger })).toMatchObject({
    lookup: { kind: 'not-seen' },
  });
  isLagging = false;
  expect(await checkCustomer(unknown, { connection, ledger })).toMatchObject({
    outcome: 'created',
    ledgerId: unknown.ledgerId,
  });
  expect(await ledger.find({ fingerprint: JSON.stringify(ada), request: ada })).toMatchObject([
    { state: 'created' },
  ]);
});

test('createCustomer: an unknown create is not overwritten by a later one', async () => {
  const { connection, sandbox } = inProcess({ scenario: 'server-error' });
  const { create, ledger } = creatorOf(connection);
  await create({ name: 'Ada' });
  sandbox.useScenario(undefined);
  const second = await create({ name: 'Ada' });
  const entries = await ledger.find({ fingerprint: '{"name":"Ada"}', request: { name: 'Ada' } });
  expect([second.outcome, entries.map(({ state }) => state)]).toEqual(['created', ['unknown', 'created']]);
});

test('createCustomer: every question of an unresolved create is asked, whatever was asked before', async () => {
  const { create, questions } = creatorOf(inProcess({ scenario: 'server-error' }).connection);
  await create({ name: 'Ada' });
  await create({ name: 'Ada' });
  await create({ name: 'Ada' });
  expect(questions.map(reasonKinds)).toEqual([[], ['unresolved'], ['unresolved', 'unresolved']]);
});

test('createCustomer: a repeat does not claim the customer of another program after a refusal', async () => {
  let isTaken = false;
  const { sandbox, create } = behind(async (request, pass) => {
    if (isCreate(request) && !isTaken) {
      isTaken = true;
      const { url, headers } = request;
      await sandbox.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(adaWithId) }));
    }
    return pass();
  });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'unknown', reason: 'refused-but-found' });
  expect(await create(adaWithId)).toMatchObject({ outcome: 'user-id-taken', holder: { id: 1 } });
});
