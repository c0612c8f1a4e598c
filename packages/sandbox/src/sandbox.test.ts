import { expect, test, vi } from 'vitest';
import { createSandbox, type ScenarioName } from './index.ts';

function create(customer: object, init: RequestInit = {}): Request {
  return new Request('https://sandbox.invalid/v1/customers', {
    method: 'POST',
    headers: { authorization: 'Bearer any-key' },
    body: JSON.stringify(customer),
    ...init,
  });
}

test('createSandbox: two sandboxes share nothing', async () => {
  const [one, other] = [createSandbox(), createSandbox()];
  await one.fetch(create({ name: 'Ada Lovelace' }));
  expect([one.customers.length, other.customers.length]).toEqual([1, 0]);
});

test('customers: initial customers get their own id or the next free one', async () => {
  const sandbox = createSandbox({
    customers: [{ id: 542_335, name: 'Ada Lovelace' }, { company: 'Example Inc.' }],
  });
  await sandbox.fetch(create({}));
  expect(sandbox.customers.map(({ id }) => id)).toEqual([542_335, 542_336, 542_337]);
});

test('customers: the tag of an initial customer keeps its color', async () => {
  const sandbox = createSandbox({ customers: [{ tags: [{ name: 'vip', color: 'gold' }] }] });
  await sandbox.fetch(create({ tags: [{ name: 'vip' }] }));
  expect(sandbox.customers[1]?.tags).toEqual([{ name: 'vip', color: 'gold' }]);
});

test('useScenario: starts and ends a scenario while the sandbox runs', async () => {
  const sandbox = createSandbox();
  sandbox.useScenario('forbidden');
  expect((await sandbox.fetch(create({}))).status).toBe(403);
  sandbox.useScenario(undefined);
  expect((await sandbox.fetch(create({}))).status).toBe(201);
});

test('an unknown scenario in code throws a RangeError', () => {
  const rain = 'rain' as ScenarioName;
  expect(() => createSandbox({ scenario: rain })).toThrow(new RangeError('Unknown scenario: "rain"'));
  expect(() => createSandbox().useScenario(rain)).toThrow(RangeError);
});

test('reset: restores the initial state in the same arrays', async () => {
  const sandbox = createSandbox({
    scenario: 'strings-changed',
    customers: [{ name: 'Grace' }],
    requestsPerMinute: 1,
  });
  const { customers, requests } = sandbox;
  sandbox.useScenario(undefined);
  await sandbox.fetch(create({ name: 'Ada', tags: [{ name: 'vip', color: 'gold' }] }));
  expect([customers.length, requests.length]).toEqual([2, 1]);
  sandbox.reset();
  expect([customers.map(({ name }) => name), requests]).toEqual([['Grace'], []]);
  const answer = await sandbox.fetch(create({ name: 'Ada', tags: [{ name: 'vip' }] }));
  expect(await answer.json()).toMatchObject({ name: 'ADA', tags: [{ name: 'vip', color: '#c377e0' }] });
});

test('fetch: a request that was aborted before is not recorded', async () => {
  const sandbox = createSandbox();
  const reason = new Error('gave up');
  await expect(sandbox.fetch(create({}, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
  expect(sandbox.requests).toEqual([]);
});

test.each(['slow', 'created-then-timeout'] as const)(
  'scenario %s: rejects with the reason of the abort',
  async (scenario) => {
    const sandbox = createSandbox({ scenario });
    const leaving = new AbortController();
    const reason = new Error('gave up');
    const ended = expect(sandbox.fetch(create({}, { signal: leaving.signal }))).rejects.toBe(reason);
    await expect.poll(() => sandbox.customers).toHaveLength(1);
    leaving.abort(reason);
    await ended;
  },
);

test('scenario slow: answers after 40 seconds', async () => {
  vi.useFakeTimers();
  try {
    const answer = createSandbox({ scenario: 'slow' }).fetch(create({}));
    const early = Promise.race([answer, vi.advanceTimersByTimeAsync(39_999).then(() => 'still waiting')]);
    expect(await early).toBe('still waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect((await answer).status).toBe(201);
  } finally {
    vi.useRealTimers();
  }
});
