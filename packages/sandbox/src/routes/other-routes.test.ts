import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';

const general = { code: 'invalid_request', message: 'Invalid request' };
const headers = { authorization: 'Bearer any-key' };

test('a customer is read by its id, just as its create was answered', async () => {
  await using started = await startSandbox();
  const created = await (await started.create({ name: 'Ada Lovelace', tags: [{ name: 'vip' }] })).text();
  const answer = await started.get(1);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(created);
});

test.each(['2', '0', '-1', '1.0', 'ada', '%00'])('there is no customer %s', async (id) => {
  await using started = await startSandbox({ customers: [{}] });
  const answer = await started.get(id);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    errors: [general, { code: 'not_found', message: 'Chat not found' }],
  });
});

test.each([
  ['GET', '/customers', 'POST'],
  ['DELETE', '/customers', 'POST'],
  ['GET', '/customers/search', 'POST'],
  ['PUT', '/customers/1', 'GET'],
  ['DELETE', '/customers/1', 'GET'],
])('%s %s is not allowed, %s is', async (method, path, allowed) => {
  await using started = await startSandbox();
  const answer = await fetch(started.baseUrl + path, { method, headers });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allowed);
  expect(await answer.json()).toMatchObject({ errors: [general, { code: 'method_not_allowed' }] });
});

test.each(['/chats', '/customers/1/tags', ''])('there is nothing at /v1%s', async (path) => {
  await using started = await startSandbox();
  const answer = await fetch(started.baseUrl + path, { headers });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ errors: [general, { code: 'not_found' }] });
});
