import { expect, test } from 'vitest';
import { busiestMinute, type SandboxRequest } from './context.ts';
import { createClock, createSandbox } from './index.ts';

const headers = { authorization: 'Bearer any-key' };
const create = () =>
  new Request('https://sandbox.invalid/v1/customers', { method: 'POST', headers, body: '{}' });

test('createClock: runs 1,000 times as fast from its start on', () => {
  let real = 1_603_885_746_000;
  const clock = createClock(1000, () => real);
  expect(clock.now()).toBe(1_603_885_746_000);
  real += 60;
  expect(clock.now()).toBe(1_603_885_806_000);
});

test('createClock: waits end early by its speed, and with the reason of an abort', async () => {
  const clock = createClock(1_000_000);
  await clock.wait(3_600_000, new AbortController().signal);
  const reason = new Error('gave up');
  await expect(clock.wait(3_600_000, AbortSignal.abort(reason))).rejects.toBe(reason);
});

test('speed: the rate limit and the Date header follow the fast clock', async () => {
  let real = Date.UTC(2026, 0, 15);
  const sandbox = createSandbox({ speed: 1000, requestsPerMinute: 1, now: () => real });
  expect((await sandbox.fetch(create())).status).toBe(201);
  expect((await sandbox.fetch(create())).status).toBe(429);
  real += 60;
  const response = await sandbox.fetch(create());
  expect(response.status).toBe(201);
  expect(response.headers.get('date')).toBe('Thu, 15 Jan 2026 00:01:00 GMT');
  expect(sandbox.clock.now()).toBe(Date.UTC(2026, 0, 15, 0, 1));
});

test('speed: the scenario slow takes 40 seconds of the fast clock', async () => {
  const sandbox = createSandbox({ scenario: 'slow', speed: 1_000_000 });
  const start = sandbox.clock.now();
  expect((await sandbox.fetch(create())).status).toBe(201);
  expect(sandbox.clock.now() - start).toBeGreaterThanOrEqual(40_000);
});

test.each([
  [[], 0],
  [[0], 1],
  [[0, 60_000], 2],
  [[0, 60_001], 1],
  [[0, 30_000, 60_000, 90_000, 90_000, 150_001], 4],
])('busiestMinute: requests at %j are %i at most', (times, most) => {
  expect(busiestMinute(times.map((at) => ({ at }) as SandboxRequest))).toBe(most);
});

test('busiestMinute: counts refused requests too', async () => {
  const sandbox = createSandbox({ now: () => 0, requestsPerMinute: 1 });
  await sandbox.fetch(create());
  await sandbox.fetch(create());
  expect(sandbox.busiestMinute()).toBe(2);
});
