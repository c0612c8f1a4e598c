import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';
import type { ScenarioName } from '../index.ts';

/** Scenarios that apply to creates only. */
const createOnly: readonly ScenarioName[] = [
  'closed-before-answer',
  'closed-mid-body',
  'created-then-html-502',
  'created-then-lost',
  'created-then-timeout',
  'html-502',
  'redirect',
  'server-error',
  'slow',
];

test.each(createOnly)('%s: leaves search and get alone', async (scenario) => {
  await using started = await startSandbox({ scenario, customers: [{ userId: 'crm-1' }] });
  expect(await (await started.search({})).json()).toMatchObject({ data: [{ userId: 'crm-1' }], total: 1 });
  expect((await started.get(1)).status).toBe(200);
});

test.each(['created-then-lost', 'created-then-html-502', 'no-content'] as const)(
  '%s: leaves a refusal as it is',
  async (scenario) => {
    await using started = await startSandbox({ scenario });
    expect((await started.create({ email: 'ada' })).status).toBe(400);
    expect(started.sandbox.customers).toEqual([]);
  },
);

test('field-rejected: names a path of every kind that was sent', async () => {
  await using started = await startSandbox({ scenario: 'field-rejected' });
  const codes = async (customer: object) => {
    const { errors } = (await (await started.create(customer)).json()) as { errors: { code: string }[] };
    return errors.map(({ code }) => code);
  };
  expect(await codes({ name: 'Ada Lovelace' })).toEqual(['invalid_request', 'name']);
  expect(
    await codes({
      email: 'ada@example.com',
      tags: [{ name: 'vip' }],
      customData: [{ property: 'plan', value: 'pro' }],
    }),
  ).toEqual(['invalid_request', 'email', 'tags[0].name', 'customData[0].property', 'customData[0].value']);
});

test('user-id-taken: a search finds the customer that has the userId', async () => {
  await using started = await startSandbox({ scenario: 'user-id-taken' });
  const answer = await started.create({ name: 'Ada Lovelace', userId: 'crm-1' });
  expect(await answer.json()).toMatchObject({ errors: [{ code: 'invalid_userId_value' }] });
  const found = await started.search({
    filter: [{ field: 'customers.userId', operator: '=', value: 'crm-1' }],
  });
  expect(await found.json()).toMatchObject({ data: [{ userId: 'crm-1', name: null }], total: 1 });
});

test('user-id-refused: no customer has the userId', async () => {
  await using started = await startSandbox({ scenario: 'user-id-refused' });
  const answer = await started.create({ userId: 'crm-1' });
  expect(await answer.json()).toMatchObject({ errors: [{ code: 'invalid_userId_value' }] });
  expect(started.sandbox.customers).toEqual([]);
});

test('attributes-dropped: stores everything but the custom data', async () => {
  await using started = await startSandbox({ scenario: 'attributes-dropped' });
  await started.create({ name: 'Ada Lovelace', customData: [{ property: 'plan', value: 'pro' }] });
  expect(started.sandbox.customers).toMatchObject([{ name: 'Ada Lovelace', customData: {} }]);
});

test('strings-changed: stores and returns name and company in capitals', async () => {
  await using started = await startSandbox({ scenario: 'strings-changed' });
  const answer = await started.create({
    name: 'Ada Lovelace',
    company: 'Example Inc.',
    notes: 'unchanged',
  });
  const expected = { name: 'ADA LOVELACE', company: 'EXAMPLE INC.', notes: 'unchanged' };
  expect(await answer.json()).toMatchObject(expected);
  expect(started.sandbox.customers).toMatchObject([expected]);
});

test('redirect: points to the same listener, and following it creates nothing', async () => {
  await using started = await startSandbox({ scenario: 'redirect' });
  const answer = await fetch(`${started.baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: 'Bearer any-key' },
    body: '{}',
    redirect: 'follow',
  });
  expect(answer.status).toBe(404);
  expect(started.sandbox.requests.map(({ path }) => path)).toEqual(['/v1/customers', '/v1/moved/customers']);
  expect(started.sandbox.customers).toEqual([]);
});

test('oversized-body: is over 5 MB', async () => {
  await using started = await startSandbox({ scenario: 'oversized-body' });
  const answer = await started.create({ name: 'Ada Lovelace' });
  expect((await answer.text()).length).toBeGreaterThan(5 * 1024 * 1024);
});

test('truncated-json: is complete as HTTP, but not JSON', async () => {
  await using started = await startSandbox({ scenario: 'truncated-json' });
  const text = await (await started.create({ name: 'Ada Lovelace' })).text();
  expect(text).toMatch(/^\{"id":1,"name":"Ada Lovelace"/);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});
