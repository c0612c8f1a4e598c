import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { expect, test } from 'vitest';
import { ApiKey } from './api-key.ts';
import type { Fetch } from './connection.ts';
import { connect } from './connection.ts';
import { deleteCustomer, getCustomer } from './customer-by-id.ts';

function connection(fetch: Fetch) {
  const reading = ApiKey.read('a-key');
  if (!reading.ok) throw new Error(reading.issue);
  return connect({ baseUrl: 'http://sandbox.example/v1', apiKey: reading.key, fetch });
}

test('deleteCustomer: deletes one customer, which getCustomer then finds gone', async () => {
  const sandbox = createSandbox({ customers: [{ name: 'Ada' }, { name: 'Bob' }] });
  const account = connection((request) => sandbox.fetch(request));
  expect(await getCustomer(account, '1')).toMatchObject({ kind: 'customer', customer: { name: 'Ada' } });
  expect(await deleteCustomer(account, '1')).toEqual({ kind: 'deleted' });
  expect(await getCustomer(account, '1')).toEqual({ kind: 'gone' });
  expect(await deleteCustomer(account, '1')).toEqual({ kind: 'gone' });
  expect(sandbox.customers.map(({ name }) => name)).toEqual(['Bob']);
  expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/customers/1',
    'DELETE /v1/customers/1',
    'GET /v1/customers/1',
    'DELETE /v1/customers/1',
  ]);
});

test.each([
  [
    'a page of a proxy',
    () => new Response('<html>', { status: 404 }),
    { kind: 'refused', byHelpCrunch: false },
  ],
  ['another customer', () => Response.json({ id: 2, name: 'Bob' }), { kind: 'unreadable', status: 200 }],
  [
    'a refused key',
    () => Response.json({ errors: [{ code: 'x', message: 'y' }] }, { status: 401 }),
    { status: 401 },
  ],
])(
  'getCustomer: %s is not the customer, and does not say that it is gone',
  async (_name, answer, expected) => {
    expect(
      await getCustomer(
        connection(async () => answer()),
        '1',
      ),
    ).toMatchObject(expected);
  },
);

test('deleteCustomer: never puts an ID outside of its path', async () => {
  const sandbox = createSandbox();
  await deleteCustomer(
    connection((request) => sandbox.fetch(request)),
    '../organizations',
  );
  expect(sandbox.requests[0]?.path).toBe('/v1/customers/..%2Forganizations');
});
