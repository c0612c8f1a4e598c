import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createJobStore, createPlanStore } from '@helpcrunch-customer-kit/local';
import { expect, test } from 'vitest';
import { connect, openPlace } from './connect.ts';
import { RawClient } from './raw-client.ts';

const long = 'so it goes '.repeat(500);

test('with --trust-client-approval, what a question would show cut is approved in the terminal', async () => {
  await using place = await openPlace();
  let questions = 0;
  const elicit = () => {
    questions += 1;
    return { action: 'accept', content: { approve: true } } as const;
  };
  const argv = ['--live', '--trust-client-approval'];
  await using server = await connect({ argv, env: place.env, elicit });
  const { data } = await server.call('plan_customers', {
    customers: [{ notes: long, customData: { at_the_end: 'unseen' } }],
  });
  const asked = await server.call('create_customers', { plan_id: data['plan_id'] });
  expect(asked.data).toMatchObject({ status: 'approval_required' });
  expect([questions, place.posts()]).toEqual([0, 0]);
});

test('plan_customers: what is too large to be kept and read is not planned', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const plan = (notes: string) =>
    server.call('plan_customers', {
      customers: Array.from({ length: 25 }, (_, index) => ({ userId: `u-${index}`, notes })),
    });
  const refused = await plan(long.repeat(40));
  expect(refused.isError).toBe(true);
  expect(refused.text).toContain('characters are too many for one call');
  const { data } = await plan('ж"\n'.repeat(3000));
  const created = await server.call('create_customers', { plan_id: data['plan_id'] });
  expect(created.data).toMatchObject({ status: 'done' });
});

test.each([4, 70, 200_000])('customers nested %i deep are answered for what they are', async (depth) => {
  await using place = await openPlace();
  await using client = new RawClient([], place.env);
  await client.initialize();
  const nested = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
  for (const name of ['validate_customers', 'plan_customers']) {
    const customers = `[{"name":"Ada","customData":{"seats":${nested}}}]`;
    const params = `{"name":"${name}","arguments":{"customers":${customers}}}`;
    client.write(`{"jsonrpc":"2.0","id":9000,"method":"tools/call","params":${params}}`);
    await client.call('describe_customer');
    const line = client.lines.findLast((each) => each.includes('"id":9000')) ?? '';
    expect(line).toContain(depth < 50 ? 'A custom value must be' : 'is nested too deep');
    expect(line).not.toContain('ledger');
  }
});

test('hundreds of issues of one customer are cut to a list that says so', async () => {
  await using place = await openPlace();
  await using server = await connect({ env: place.env });
  const odd = Object.fromEntries(Array.from({ length: 700 }, (_, index) => [`field ${index}`, index]));
  const { data, isError } = await server.call('validate_customers', { customers: [{ name: 'Ada', ...odd }] });
  expect(isError).toBe(false);
  const [{ issues }] = data['customers'] as [{ issues: readonly object[] }];
  expect(issues.length).toBeLessThan(200);
  expect(issues.at(-1)).toMatchObject({ message: expect.stringMatching(/^And 6\d\d more issues\.$/) });
});

test('a request key belongs to its customers from before the first is sent, across a crash', async () => {
  await using place = await openPlace();
  const plan = async (client: RawClient, customers: readonly object[]) =>
    (await client.call('plan_customers', { customers }))?.data['plan_id'];
  const url = `--sandbox=${place.live.baseUrl}`;
  await using server = new RawClient([url], place.env);
  await server.initialize();
  const plan_id = await plan(server, [{ name: 'Ada' }]);
  place.sandbox.useScenario('slow');
  const lost = server.call('create_customers', { plan_id, request_key: 'k' });
  while (place.posts() === 0) await server.send('ping', {});
  await server.crash();
  await lost;
  place.sandbox.useScenario(undefined);
  await using again = new RawClient([url], place.env);
  await again.initialize();
  const other = await plan(again, [{ name: 'Grace' }, { name: 'Joan' }]);
  const refused = await again.call('create_customers', { plan_id: other, request_key: 'k' });
  expect(refused?.text).toContain('This request_key was used for other customers. Nothing was sent.');
  expect(place.posts()).toBe(1);
});

test('with --trust-client-approval, a question that was closed without an answer declines nothing', async () => {
  await using place = await openPlace();
  const answers = [{ action: 'cancel' }, { action: 'accept', content: { approve: true } }] as const;
  let questions = 0;
  const elicit = () => answers[questions++] ?? ({ action: 'cancel' } as const);
  const argv = ['--live', '--trust-client-approval'];
  await using server = await connect({ argv, env: place.env, elicit });
  const { data } = await server.call('plan_customers', { customers: [{ name: 'Ada' }] });
  const args = { plan_id: data['plan_id'], request_key: 'k' };
  expect((await server.call('create_customers', args)).data).toMatchObject({ status: 'approval_required' });
  expect(place.posts()).toBe(0);
  expect((await server.call('create_customers', args)).data).toMatchObject({
    results: [{ outcome: 'created' }],
  });
  expect([questions, place.posts()]).toEqual([2, 1]);
});

test('a server whose client is gone does not wait for the job of another server', async () => {
  await using place = await openPlace();
  await using client = new RawClient([`--sandbox=${place.live.baseUrl}`], place.env);
  await client.initialize();
  const planned = await client.call('plan_customers', { customers: [{ name: 'Ada' }] });
  const args = { plan_id: String(planned?.data['plan_id']), request_key: 'k' };
  const folder = place.stateFolder;
  const plan = await createPlanStore({ folder }).find(args.plan_id);
  if (!plan) throw new Error('no plan');
  const jobs = createJobStore({ folder, repeatWindow: 60_000 });
  const name = await jobs.nameFor(plan, args.request_key);
  await jobs.locked(name, async () => {
    const lost = client.call('create_customers', args);
    const isWaiting = () =>
      readdirSync(join(folder, 'agents', 'jobs')).some((file) => file.includes('.new-'));
    while (!isWaiting()) await client.send('ping', {});
    client.child.stdin?.end();
    expect(await client.gone()).toBe(0);
    await lost;
  });
  expect(place.posts()).toBe(0);
});
