import { expect, test } from 'vitest';
import { connectionBy } from '../../test/connections.ts';
import { send } from '../../test/send.ts';
import { ApiKey } from '../api/api-key.ts';
import { connect } from '../api/connection.ts';

test.each([408, 421, 425, 499])('%i is not a definite no: the customer may exist', async (status) => {
  const key = ApiKey.read('test-key');
  if (!key.ok) throw new Error(key.issue);
  const connection = connect({
    baseUrl: 'https://api.helpcrunch.com/v1',
    apiKey: key.key,
    fetch: async () => new Response('', { status }),
  });
  const customer = { draft: { name: 'Ada' }, issues: [] };
  expect(await send(connection, customer)).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    status,
  });
});

test('classifyAnswer: 201 with errors and an id of null is unknown', async () => {
  const connection = connectionBy(async () =>
    Response.json({ id: null, errors: [{ code: 'email' }] }, { status: 201 }),
  );
  expect(await send(connection, { draft: { name: 'Ada' }, issues: [] })).toMatchObject({
    outcome: 'unknown',
    reason: 'created-with-errors',
  });
});
