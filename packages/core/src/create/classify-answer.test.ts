import { expect, test } from 'vitest';
import { send } from '../../test/send.ts';
import { ApiKey } from '../api/api-key.ts';
import { connect } from '../api/connection.ts';

test.each([408, 421, 425, 499])('%i is no definite no: the customer may exist', async (status) => {
  const key = ApiKey.read('test-key');
  if (!key.ok) throw new Error(key.problem);
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
