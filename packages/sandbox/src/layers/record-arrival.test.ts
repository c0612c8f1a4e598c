import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';
import { longestBody } from './read-body.ts';

test('what arrives is recorded as it came, in order', async () => {
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

test('a scenario nobody knows is refused by name', async () => {
  await using started = await startSandbox();
  const answer = await started.create({}, { 'x-sandbox-scenario': 'rain' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    errors: [{}, { code: 'x-sandbox-scenario', message: 'There is no scenario called "rain"' }],
  });
  expect(started.sandbox.customers).toEqual([]);
});

test('the header goes before the scenario of the sandbox', async () => {
  await using started = await startSandbox({ scenario: 'bad-key' });
  expect((await started.create({}, { 'x-sandbox-scenario': 'no-content' })).status).toBe(204);
  expect((await started.create({})).status).toBe(401);
});

test('a body of 1 MB is read', async () => {
  await using started = await startSandbox();
  const body = '{}'.padEnd(longestBody);
  expect((await started.create(body)).status).toBe(201);
});

test('a longer body is a 413, and only its beginning is kept', async () => {
  await using started = await startSandbox();
  const answer = await started.create('{}'.padEnd(longestBody + 1));
  expect(answer.status).toBe(413);
  expect(started.sandbox.customers).toEqual([]);
  expect(started.sandbox.requests[0]?.body).toHaveLength(longestBody);
});

test('a character cut by the arrival of its bytes in two pieces stays whole', async () => {
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
