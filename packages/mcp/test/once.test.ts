import { createPlanStore } from '@helpcrunch-customer-kit/local';
import { expect, test } from 'vitest';
import { connect, openPlace, type Place } from './connect.ts';
import { RawClient } from './raw-client.ts';

const ada = { name: 'Ada Lovelace', email: 'ada@example.com' };

type PlanArgs = Readonly<Record<'plan_id' | 'request_key', string>>;

/** A plan in the live account that a person has approved. */
async function approvedPlan(place: Place, customers: readonly object[] = [ada]): Promise<PlanArgs> {
  await using server = await connect({ argv: ['--live'], env: place.env });
  const { data } = await server.call('plan_customers', { customers });
  const plans = createPlanStore({ folder: place.stateFolder });
  const plan = await plans.find(String(data['plan_id']));
  expect(plan && (await plans.answer(plan, 'approved', 'terminal'))).toBe(true);
  return { plan_id: String(data['plan_id']), request_key: 'order 1' };
}

/** A server that is started again whenever it was killed. */
function restarting(place: Place) {
  let client: RawClient | undefined;
  return {
    async open(): Promise<RawClient> {
      if (client && client.child.exitCode === null && client.child.signalCode === null) return client;
      client = new RawClient(['--live'], place.env);
      await client.initialize();
      return client;
    },
    [Symbol.asyncDispose]: async () => client?.[Symbol.asyncDispose](),
  };
}

test('create_customers: 100 identical calls, with lost answers and servers that are killed, create once', async () => {
  await using place = await openPlace();
  const args = await approvedPlan(place, [ada, { name: 'Grace', userId: 'u-2' }]);
  await using servers = restarting(place);
  const answers: unknown[] = [];
  for (let call = 0; call < 100; call += 1) {
    const client = await servers.open();
    const answer = client.call('create_customers', args);
    // Killed at another moment of the call each time; its answer is lost then.
    if (call < 60 && call % 4 === 0) {
      if (call % 8 === 0) await client.send('ping', {});
      await client.crash();
    }
    const given = await answer;
    if (given) answers.push(given.data);
  }
  expect(answers.length).toBeGreaterThan(80);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toMatchObject({
    status: 'done',
    results: [{ outcome: 'created' }, { outcome: 'created' }],
  });
  expect(place.posts()).toBe(2);
  expect(place.sandbox.customers).toHaveLength(2);
});

test('create_customers: a lost answer is looked up, never sent again', async () => {
  await using place = await openPlace();
  const args = await approvedPlan(place);
  place.sandbox.useScenario('closed-before-answer');
  await using servers = restarting(place);
  const client = await servers.open();
  const unknown = await client.call('create_customers', args);
  expect(unknown?.data).toMatchObject({ results: [{ outcome: 'unknown', ledgerId: expect.any(String) }] });
  const [{ ledgerId }] = (unknown?.data['results'] ?? [{}]) as [{ ledgerId: string }];
  expect(unknown?.text).toContain(`Call check_customer with the ledger_id ${ledgerId}.`);
  await client.crash();
  place.sandbox.useScenario(undefined);
  const again = await servers.open();
  expect(await again.call('check_customer', { ledger_id: ledgerId })).toMatchObject({
    isError: false,
    data: { outcome: expect.stringMatching(/^(?:created|unknown)$/) },
  });
  await again.call('create_customers', args);
  expect(place.posts()).toBe(1);
});

test('create_customers: at the same time from several servers, each customer is created once', async () => {
  await using place = await openPlace();
  const args = await approvedPlan(place, [ada, { name: 'Grace' }, { name: 'Joan' }]);
  const answers = await Promise.all(
    Array.from({ length: 3 }, async () => {
      await using server = await connect({ argv: ['--live'], env: place.env });
      const calls = Array.from({ length: 3 }, () => server.call('create_customers', args));
      return await Promise.all(calls);
    }),
  );
  expect(new Set(answers.flat().map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(place.posts()).toBe(3);
});

test('create_customers: a request key that was used for other customers is refused', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const plan = async (customers: readonly object[]) =>
    (await server.call('plan_customers', { customers })).data['plan_id'];
  await server.call('create_customers', { plan_id: await plan([ada]), request_key: 'k' });
  for (const customers of [[{ name: 'Grace' }], [ada, { name: 'Grace' }]]) {
    const refused = await server.call('create_customers', {
      plan_id: await plan(customers),
      request_key: 'k',
    });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain('This request_key was used for other customers. Nothing was sent.');
  }
  const found = await server.call('find_customers', { email: ada.email });
  expect(found.data['customers']).toHaveLength(1);
});

test('create_customers: without a key, the same bodies are created once within the repeat window', async () => {
  await using place = await openPlace({ apiKey: 'sandbox' });
  await using server = await connect({ argv: [`--sandbox=${place.live.baseUrl}`], env: place.env });
  const create = async (customers: readonly object[]) => {
    const { data } = await server.call('plan_customers', { customers });
    return server.call('create_customers', { plan_id: data['plan_id'] });
  };
  const first = await create([ada]);
  expect(first.data).toMatchObject({ results: [{ outcome: 'created' }] });
  expect(await create([ada])).toEqual(first);
  await create([{ ...ada, name: 'Grace' }]);
  expect(place.posts()).toBe(2);
});

test('create_customers: what was refused for certain runs again under its key', async () => {
  await using place = await openPlace({ apiKey: 'sandbox' });
  await using server = await connect({ argv: [`--sandbox=${place.live.baseUrl}`], env: place.env });
  const { data } = await server.call('plan_customers', { customers: [ada, { name: 'Grace' }] });
  const args = { plan_id: data['plan_id'], request_key: 'k' };
  place.sandbox.useScenario('rate-limited');
  const limited = await server.call('create_customers', args);
  expect(limited.data).toMatchObject({ results: [{ outcome: 'rate-limited' }, { outcome: 'cancelled' }] });
  place.sandbox.useScenario(undefined);
  const created = await server.call('create_customers', args);
  expect(created.data).toMatchObject({ results: [{ outcome: 'created' }, { outcome: 'created' }] });
});
