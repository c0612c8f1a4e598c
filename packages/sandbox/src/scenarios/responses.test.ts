import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';
import { createSandbox, type ScenarioName, type StoredCustomerInit } from '../index.ts';

const seed: StoredCustomerInit = {
  firstSeen: '1500906600',
  customData: { plan: 'pro', paid: 1_603_885_746 },
};

/** How a scenario returns customers, in every response that has some. */
const formats: readonly (readonly [ScenarioName, StoredCustomerInit, object])[] = [
  ['old-dates', seed, { firstSeen: '2017-07-24 14:30:00' }],
  ['old-dates', { firstSeen: '9'.repeat(30) }, { firstSeen: '9'.repeat(30) }],
  ['fractional-dates', seed, { firstSeen: '1500906600.713', lastSeen: null }],
  ['sparse-answer', seed, { location: null, loyalty: { level: 3 } }],
  ['numeric-dates', seed, { firstSeen: 1_500_906_600, lastSeen: null }],
  [
    'list-custom-data',
    seed,
    {
      customData: [
        { property: 'plan', value: 'pro' },
        { property: 'paid', value: 1_603_885_746 },
      ],
    },
  ],
  ['empty-map-as-list', {}, { customData: [] }],
  ['empty-map-as-list', seed, { customData: { plan: 'pro', paid: 1_603_885_746 } }],
];

test.each(formats)('%s returns the customer %j with %j', async (scenario, customer, expected) => {
  await using started = await startSandbox({ scenario, customers: [customer] });
  expect(await (await started.get(1)).json()).toMatchObject(expected);
  expect(await (await started.search({})).json()).toMatchObject({ data: [expected], total: 1 });
  expect(started.sandbox.customers[0]?.customData).toEqual(customer.customData ?? {});
});

test.each([
  ['invalid_token', 401, { authorization: 'Bearer <key>' }, '1'],
  ['entity_not_found', 404, {}, '7'],
])('old-errors: answers %s', async (code, status, headers, id) => {
  await using started = await startSandbox({ scenario: 'old-errors' });
  const answer = await started.get(id, headers);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ errors: [{ code }] });
});

test('old-errors: a 400 has one specific entry', async () => {
  await using started = await startSandbox({ scenario: 'old-errors' });
  const answer = await started.create({ email: 'ada', locale: 'xx' });
  expect(await answer.json()).toEqual({
    errors: [{ code: 'email', message: 'This value is not a valid email address.' }],
  });
});

test('old-errors: a 429 has its own message', async () => {
  await using started = await startSandbox({ scenario: 'old-errors', requestsPerMinute: 0 });
  const answer = await started.create({});
  expect(await answer.json()).toEqual({
    errors: [{ code: 'too_many_requests', message: 'You have exceeded your requests limit' }],
  });
});

test.each([
  ['no-match-is-404', 404],
  ['no-match-is-errors', 200],
] as const)('%s: answers %i when no customer matches, and the list otherwise', async (scenario, status) => {
  await using started = await startSandbox({ scenario, customers: [{ userId: 'crm-1' }] });
  const search = (value: string) =>
    started.search({ filter: [{ field: 'customers.userId', operator: '=', value }] });
  const none = await search('crm-2');
  expect(none.status).toBe(status);
  expect(await none.json()).toEqual({
    errors: [
      { code: 'invalid_request', message: 'Invalid request' },
      { code: 'not_found', message: 'Chat not found' },
    ],
  });
  expect(await (await search('crm-1')).json()).toMatchObject({ total: 1 });
});

test('search-fails: answers 500 to searches only', async () => {
  await using started = await startSandbox({ scenario: 'search-fails' });
  expect((await started.search({})).status).toBe(500);
  expect((await started.create({})).status).toBe(201);
});

test.each([
  ['errors-as-object', { errors: { email: ['This value is not a valid email address.'] } }],
  ['errors-as-strings', { errors: ['This value is not a valid email address.', null, 7] }],
  ['errors-missing', { message: 'Bad Request' }],
  ['errors-null', { errors: null }],
] as const)('%s: has its own body', async (scenario, body) => {
  await using started = await startSandbox({ scenario });
  expect(await (await started.create({})).json()).toEqual(body);
});

test('lagging-search: does not find customers of the last 5 seconds', async () => {
  let now = 1_603_885_746_000;
  await using started = await startSandbox({
    scenario: 'lagging-search',
    customers: [{ name: 'Grace' }],
    now: () => now,
  });
  await started.create({ name: 'Ada' });
  expect(await (await started.search({})).json()).toMatchObject({ data: [{ name: 'Grace' }], total: 1 });
  now += 5000;
  expect(await (await started.search({})).json()).toMatchObject({ total: 2 });
});

test('slow-search: answers after 2 seconds', async () => {
  const sandbox = createSandbox({ scenario: 'slow-search', speed: 1_000_000 });
  const start = sandbox.clock.now();
  const request = new Request('https://sandbox.invalid/v1/customers/search', {
    method: 'POST',
    headers: { authorization: 'Bearer any-key' },
    body: '{}',
  });
  expect((await sandbox.fetch(request)).status).toBe(200);
  expect(sandbox.clock.now() - start).toBeGreaterThanOrEqual(2000);
});
