import { expect, test } from 'vitest';
import { startSandbox } from '../test/start-sandbox.ts';
import { createRateLimiter } from './context.ts';
import { maxBodyBytes } from './middleware.ts';

test('sandbox.requests: records every request as it was sent, in order', async () => {
  await using started = await startSandbox({ now: () => 1_603_885_746_000 });
  await started.create('{"name": "Ada Lovelace"}', { 'x-sandbox-scenario': 'html-502' });
  await started.get('1?full=yes');
  expect(started.sandbox.requests).toMatchObject([
    {
      method: 'POST',
      path: '/v1/customers',
      headers: { authorization: 'Bearer any-key' },
      body: '{"name": "Ada Lovelace"}',
      scenario: 'html-502',
      at: 1_603_885_746_000,
    },
    { method: 'GET', path: '/v1/customers/1?full=yes', body: '', scenario: undefined },
  ]);
});

test('an unknown scenario in the header is refused with 400 and its name', async () => {
  await using started = await startSandbox();
  const answer = await started.create({}, { 'x-sandbox-scenario': 'rain' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    errors: [{}, { code: 'x-sandbox-scenario', message: 'Unknown scenario: "rain"' }],
  });
  expect(started.sandbox.customers).toEqual([]);
});

test('the scenario header wins over the scenario of the sandbox', async () => {
  await using started = await startSandbox({ scenario: 'bad-key' });
  expect((await started.create({}, { 'x-sandbox-scenario': 'no-content' })).status).toBe(204);
  expect((await started.create({})).status).toBe(401);
});

test('a body of 1 MB is accepted', async () => {
  await using started = await startSandbox();
  const body = '{}'.padEnd(maxBodyBytes);
  expect((await started.create(body)).status).toBe(201);
});

test('a body over 1 MB is refused with 413, and only its beginning is recorded', async () => {
  await using started = await startSandbox();
  const answer = await started.create('{}'.padEnd(maxBodyBytes + 1));
  expect(answer.status).toBe(413);
  expect(started.sandbox.customers).toEqual([]);
  expect(started.sandbox.requests[0]?.body).toHaveLength(maxBodyBytes);
});

test('a character whose bytes arrive in two chunks is read correctly', async () => {
  await using started = await startSandbox();
  const bytes = new TextEncoder().encode('{"name": "Ґ"}');
  const pieces = [bytes.subarray(0, 11), bytes.subarray(11)];
  const answer = await fetch(`${started.baseUrl}/customers`, {
    method: 'POST',
    headers: { authorization: 'Bearer any-key' },
    body: ReadableStream.from(pieces),
    duplex: 'half',
  });
  expect(await answer.json()).toMatchObject({ name: 'Ґ' });
});

test.each(['Bearer k', 'bearer k', `Bearer ${'aB3+/=-'.repeat(47).slice(0, 328)}`])(
  'Authorization "%s" is accepted',
  async (authorization) => {
    await using started = await startSandbox();
    expect((await started.create({}, { authorization })).status).toBe(201);
  },
);

test.each(['', 'Bearer', 'Bearer <key>', 'Bearer two keys', 'Basic a2V5', 'key', 'Bearer %6b'])(
  'Authorization "%s" is refused with 401',
  async (authorization) => {
    await using started = await startSandbox();
    const answer = await started.create({}, { authorization });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      errors: [
        { code: 'invalid_request', message: 'Invalid request' },
        { code: 'unauthorized', message: 'Unauthorized' },
      ],
    });
    expect(started.sandbox.customers).toEqual([]);
  },
);

test('apiKey: only that key is accepted', async () => {
  await using started = await startSandbox({ apiKey: 'right' });
  expect((await started.create({}, { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await started.create({}, { authorization: 'Bearer right' })).status).toBe(201);
});

test('createRateLimiter: refuses the request after the 120th of a minute', () => {
  const limiter = createRateLimiter(120, () => 0);
  const admitted = Array.from({ length: 121 }, () => limiter.admit());
  expect(admitted.indexOf(false)).toBe(120);
});

test('createRateLimiter: admits again a minute after the first, and does not count refused requests', () => {
  let time = 0;
  const limiter = createRateLimiter(2, () => time);
  const admittedAt = (at: number) => {
    time = at;
    return limiter.admit();
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

test('requestsPerMinute: a request over the limit is a 429 without Retry-After and creates nothing', async () => {
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
