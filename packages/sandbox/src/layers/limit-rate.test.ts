import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';
import { createRateWindow } from '../world/rate-window.ts';

test('the request after the 120th of a minute is refused', () => {
  const rate = createRateWindow(120, () => 0);
  const admitted = Array.from({ length: 121 }, () => rate.admit());
  expect(admitted.indexOf(false)).toBe(120);
});

test('a request is let in again a minute after the first, and refused ones do not count', () => {
  let time = 0;
  const rate = createRateWindow(2, () => time);
  const admittedAt = (at: number) => {
    time = at;
    return rate.admit();
  };
  expect([0, 30_000, 59_999, 60_000, 60_001, 90_000].map(admittedAt)).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
});

test('over the limit every request is a 429 without Retry-After, and nothing is created', async () => {
  await using started = await startSandbox({ requestsPerMinute: 1 });
  await started.search({});
  const answer = await started.create({ name: 'Ada Lovelace' });
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBeNull();
  expect(await answer.json()).toEqual({
    errors: [
      { code: 'invalid_request', message: 'Invalid request' },
      { code: 'too_many_requests', message: 'Too many requests' },
    ],
  });
  expect(started.sandbox.customers).toEqual([]);
});
