import { expect, test } from 'vitest';
import { startSandbox } from '../test/start-sandbox.ts';

test('a preflight from any page is allowed, every header a client sends by name', async () => {
  await using started = await startSandbox();
  const answer = await fetch(`${started.baseUrl}/customers`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.com',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toBe(
    'authorization,content-type,x-sandbox-scenario',
  );
  expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
});

test.each([undefined, 'html-502', 'empty-created', 'old-dates', 'bad-key'])(
  'a page may read the answer, scenario %s',
  async (scenario) => {
    await using started = await startSandbox();
    const answer = await started.create({}, scenario === undefined ? {} : { 'x-sandbox-scenario': scenario });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  },
);

test('Retry-After can be read by a page', async () => {
  await using started = await startSandbox({ scenario: 'rate-limited-retry-after' });
  const answer = await started.create({});
  expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after');
  expect(answer.headers.get('retry-after')).toBe('2');
});
