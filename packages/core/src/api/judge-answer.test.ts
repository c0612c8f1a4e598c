import { expect, test } from 'vitest';
import { ApiKey } from './api-key.ts';
import { connect } from './connection.ts';
import { createCustomer } from './create-customer.ts';

test.each([408, 421, 425, 499])('%i is no definite no: the customer may exist', async (status) => {
  const key = ApiKey.read('test-key');
  if (!key.ok) throw new Error(key.problem);
  const connection = connect({
    baseUrl: 'https://api.helpcrunch.com/v1',
    apiKey: key.key,
    fetch: async () => new Response('', { status }),
  });
  const customer = { draft: { name: 'Ada' }, issues: [] };
  expect(await createCustomer(connection, customer)).toMatchObject({
    outcome: 'unknown',
    customerExists: 'unknown',
    status,
  });
});
