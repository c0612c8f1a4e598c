import { readCustomer } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { agreedBefore, askNewFacts, type CreateResult } from './create-one.ts';
import { closed, createTestContext, enter } from './test/create-context.ts';

const ada = readCustomer({ name: 'Ada Lovelace', email: 'ada@example.com', userId: '1815' });
const bob = readCustomer({ name: 'Bob', email: 'bob@example.com' });

const isCreate = ({ url }: Request) => url.endsWith('/customers');

function outcomeOf(result: CreateResult) {
  if (result.kind !== 'attempt') throw new Error(`there is an attempt, not ${result.kind}`);
  return result.attempt.outcome;
}

test('createOne: sends to the sandbox without a question', async () => {
  const { create, asked } = createTestContext('sandbox');
  const result = await create(ada);
  expect(result).toMatchObject({ kind: 'attempt', attempt: { outcome: { outcome: 'created' } } });
  expect(asked).toEqual([]);
});

test('createOne: asks about a live account after the duplicate check, and creates nothing without consent', async () => {
  const { create, person, sandbox, asked } = createTestContext('live');
  person.choice = closed;
  expect(await create(ada)).toEqual({ kind: 'declined' });
  expect(sandbox.requests.map(({ path }) => path)).toEqual(['/v1/customers/search', '/v1/customers/search']);
  expect(asked[0]?.detail).toContain('"userId": "1815"');
  expect(asked[0]?.detail).toContain('example.com');
});

test('createOne: twenty sends at once make one customer, and ask once', async () => {
  const { create, creates, asked } = createTestContext('live');
  const results = await Promise.all(Array.from({ length: 20 }, () => create(ada)));
  expect(results.filter(({ kind }) => kind === 'in-flight')).toHaveLength(19);
  expect([creates(), asked.length]).toEqual([1, 1]);
});

test('createOne: asks about the same customer within the repeat window, and Enter sends nothing', async () => {
  const { create, asked, person, clock, creates } = createTestContext('sandbox');
  await create(bob);
  clock.now += 15_000;
  person.choice = enter;
  expect(await create(bob)).toEqual({ kind: 'declined' });
  expect(asked[0]?.detail).toContain('created 15 seconds ago');
  expect(asked[0]?.detail).toContain('twice');
  expect(creates()).toBe(1);
});

test('createOne: the repeat window has the length of the setting', async () => {
  const { create, asked, clock } = createTestContext('sandbox');
  const noId = readCustomer({ name: 'Eve' });
  await create(noId, { repeatWindow: 10_000 });
  clock.now += 15_000;
  expect(await create(noId, { repeatWindow: 10_000 })).toMatchObject({ kind: 'attempt' });
  expect(asked).toEqual([]);
});

test.each(['live', 'sandbox'] as const)(
  'createOne: in %s, a used email is part of the one question',
  async (kind) => {
    const { create, asked, person, creates, sandbox } = createTestContext(kind, {
      customers: [{ id: 4, name: 'Ada', email: 'bob@example.com' }],
    });
    person.choice = enter;
    expect(await create(bob)).toEqual({ kind: 'declined' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.detail).toContain('already used by "Ada" (ID 4)');
    expect(asked[0]?.detail).toContain('another customer with it');
    expect([creates(), sandbox.customers.length]).toEqual([0, 1]);
  },
);

test('createOne: a customer with errors is invalid without a question or a request', async () => {
  const { create, asked, sandbox } = createTestContext('live');
  expect(await create(readCustomer({ locale: 'pt-br' }))).toMatchObject({
    attempt: { outcome: { outcome: 'invalid' } },
  });
  expect([...asked, ...sandbox.requests]).toEqual([]);
});

test('createOne: a taken user ID is seen before sending', async () => {
  const { create, creates } = createTestContext('sandbox');
  await create(ada);
  const result = await create(readCustomer({ name: 'Bob', userId: '1815' }));
  expect(result).toMatchObject({ attempt: { outcome: { outcome: 'user-id-taken' } } });
  expect(creates()).toBe(1);
});

test('createOne: canceled after the request began it is unknown, and before it nothing was sent', async () => {
  const late = createTestContext('sandbox', { scenario: 'slow' });
  const sending = late.create(ada);
  await expect.poll(late.creates).toBe(1);
  late.controller.abort();
  expect(await sending).toMatchObject({ attempt: { outcome: { outcome: 'unknown', reason: 'cancelled' } } });

  const early = createTestContext('sandbox');
  early.controller.abort();
  expect(await early.create(ada)).toMatchObject({
    attempt: { outcome: { outcome: 'cancelled', customerExists: 'no' } },
  });
  expect(early.creates()).toBe(0);
});

test.each([0, 1, 2, 3, 5, 8, 13, 21])(
  'createOne: canceled %i ms after the start, it reports what happened',
  async (delay) => {
    const { create, controller, sandbox } = createTestContext('sandbox', { scenario: 'slow' });
    const sending = create(ada);
    setTimeout(() => controller.abort(), delay);
    const { customerExists } = outcomeOf(await sending);
    if (customerExists === 'no') expect(sandbox.customers).toHaveLength(0);
    else expect(customerExists).toBe('unknown');
  },
);

test('createOne: records the response as it arrived, with its status', async () => {
  const { create } = createTestContext('sandbox', { scenario: 'field-rejected' });
  expect(await create(ada)).toMatchObject({ attempt: { exchange: { status: 400, isCut: false } } });
});

test('createOne: cuts a response that is too large to keep', async () => {
  const { create } = createTestContext('sandbox', { scenario: 'oversized-body' });
  expect(await create(ada)).toMatchObject({
    attempt: { outcome: { outcome: 'created', unreadable: 'too-large' }, exchange: { isCut: true } },
  });
});

test('createOne: records a response that breaks off as far as it arrived', async () => {
  const { create } = createTestContext('sandbox', { scenario: 'closed-mid-body' });
  expect(await create(ada)).toMatchObject({ attempt: { exchange: { status: 201, isCut: true } } });
});

test('createOne: asks about a note in the sandbox where it matters, and shows it in the question of a live account', async () => {
  const { create, asked, person, creates } = createTestContext('sandbox');
  await create(ada, { notes: [{ message: 'It was changed.', mustAsk: false }] });
  expect(asked).toEqual([]);
  person.choice = closed;
  const note = { message: 'It is gone.', mustAsk: true };
  expect(await create(bob, { notes: [note] })).toEqual({ kind: 'declined' });
  expect(asked[0]?.detail).toContain('It is gone.');
  expect([asked.length, creates()]).toEqual([1, 1]);

  const live = createTestContext('live');
  await live.create(ada, { notes: [note] });
  expect(live.asked[0]?.detail).toContain('It is gone.');
});

test('createOne: a failed duplicate check is in the question, and is not taken for "none"', async () => {
  const { create, asked } = createTestContext('live', { scenario: 'search-fails' });
  expect(await create(ada)).toMatchObject({ attempt: { outcome: { outcome: 'created' } } });
  expect(asked[0]?.detail).toContain('Duplicate check failed');
});

test('createOne: a firewall page is blocked and recorded, whichever request it answers', async () => {
  for (const isMeant of [isCreate, (request: Request) => !isCreate(request)]) {
    const page = () => new Response('<h1>Forbidden</h1>', { status: 403 });
    const { create } = createTestContext('live', {}, async (request, pass) =>
      isMeant(request) ? page() : pass(),
    );
    const result = await create(ada);
    expect(outcomeOf(result)).toMatchObject({
      outcome: 'blocked',
      status: 403,
      step: isMeant === isCreate ? 'create' : 'duplicate-check',
    });
    const exchange = { status: 403, body: '<h1>Forbidden</h1>', isCut: false };
    expect(result).toMatchObject({ attempt: { exchange } });
  }
});

test('createOne: after a lost answer and a lagging index, our own customer is created, not "user ID taken"', async () => {
  let isLagging = true;
  const { create, creates, sandbox } = createTestContext('live', {}, async (request, pass) => {
    if (isCreate(request)) {
      await pass();
      return new Response(null, { status: 502 });
    }
    return isLagging ? Response.json({ data: [], total: 0 }) : pass();
  });
  expect(outcomeOf(await create(ada))).toMatchObject({ outcome: 'unknown', lookup: { kind: 'not-seen' } });
  isLagging = false;
  expect(outcomeOf(await create(ada))).toMatchObject({ outcome: 'created', confirmedBy: 'lookup' });
  expect([creates(), sandbox.customers.length]).toEqual([1, 1]);
});

const taken = { errors: [{ code: 'user_id_taken', message: 'Taken.' }] };

test.each([
  ['400 user_id_taken', () => Response.json(taken, { status: 400 })],
  ['412', () => new Response(null, { status: 412 })],
  ['empty 400', () => new Response(null, { status: 400 })],
  ['HTML 400', () => new Response('<h1>Bad request</h1>', { status: 400 })],
])('createOne: stored, then refused with %s, it is not a plain no (case 28)', async (_what, refusal) => {
  const { create } = createTestContext('live', {}, async (request, pass) => {
    if (!isCreate(request)) return pass();
    await pass();
    return refusal();
  });
  const { outcome, customerExists } = outcomeOf(await create(ada));
  expect([outcome, customerExists]).toEqual(['unknown', 'unknown']);
});

test('createOne: 201 with errors and no id is unknown, and is looked up', async () => {
  const { create } = createTestContext('live', {}, async (request, pass) =>
    isCreate(request) ? Response.json({ errors: [{ code: 'x', message: 'No.' }] }, { status: 201 }) : pass(),
  );
  expect(outcomeOf(await create(ada))).toMatchObject({
    outcome: 'unknown',
    reason: 'created-with-errors',
    lookup: { kind: 'not-seen' },
  });
});

test('createOne: waits out a 429, and does not ask for consent twice', async () => {
  let answers = 0;
  const { create, asked, creates } = createTestContext('live', {}, async (request, pass) => {
    if (!isCreate(request)) return pass();
    answers += 1;
    return answers === 1 ? new Response(null, { status: 429, headers: { 'Retry-After': '0' } }) : pass();
  });
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  expect(outcomeOf(await create(bob, { pause }))).toMatchObject({ outcome: 'created' });
  expect([pauses, asked.length, answers, creates()]).toEqual([[1000], 1, 2, 1]);
});

test('askNewFacts: asks about new facts and not about what was agreed to', async () => {
  const context = createTestContext('live', {
    customers: [{ id: 4, name: 'Ada', email: 'bob@example.com' }],
  });
  const limited = createTestContext('live', {}, async (request, pass) => {
    if (isCreate(request)) return new Response(null, { status: 429 });
    return context.sandbox.fetch(request).then((response) => response ?? pass());
  });
  const accepted = agreedBefore(outcomeOf(await limited.create(bob))) ?? [];
  expect(accepted).toMatchObject([{ kind: 'email-used' }]);
  const ask = askNewFacts(accepted, async () => ({ kind: 'cancel' }));
  expect(outcomeOf(await context.create(bob, { ask }))).toMatchObject({ outcome: 'created' });
  expect(context.asked).toEqual([]);
  // Its own customer is a new fact.
  expect(await context.create(bob, { ask })).toEqual({ kind: 'declined' });
});

test('agreedBefore: a rate limit in the duplicate check came before any question', async () => {
  const { create, asked } = createTestContext('live', { scenario: 'rate-limited' });
  const outcome = outcomeOf(await create(bob));
  expect(outcome).toMatchObject({ outcome: 'rate-limited', step: 'duplicate-check' });
  expect([asked, agreedBefore(outcome)]).toEqual([[], undefined]);
});
