import { closedPort } from '@helpcrunch-customer-kit/testing/servers';
import { expect, test } from 'vitest';
import { connectionBy, connectionTo, inProcess, overHttp } from '../../test/connections.ts';
import { checkDuplicates, customerId, duplicateCustomers } from './duplicate-check.ts';

const customers = [
  { id: 1, userId: 'u-1', email: 'ada@example.com' },
  { id: 2, userId: 'u-2', email: 'ADA@example.com' },
  { id: 3, userId: 'U-1', email: 'grace@example.com' },
];
const none = { kind: 'matches', customers: [], complete: true };

test('customers with the userId and with the email are found, over HTTP', async () => {
  await using connected = await overHttp({ customers });
  const found = await checkDuplicates(connected.connection, { userId: 'u-1', email: 'ada@example.com' });
  expect(found).toMatchObject({
    kind: 'checked',
    byUserId: { customers: [{ id: 1 }], complete: true },
    byEmail: { customers: [{ id: 1 }], complete: true },
  });
});

test('the searches are those of the documentation', async () => {
  const { connection, sandbox } = inProcess();
  await checkDuplicates(connection, { userId: 'u-1', email: 'a@b.cd' });
  expect(sandbox.requests.map(({ method, path, body }) => [method, path, JSON.parse(body)])).toEqual([
    [
      'POST',
      '/v1/customers/search',
      { filter: [{ field: 'customers.userId', operator: '=', value: 'u-1' }], limit: 100, offset: 0 },
    ],
    [
      'POST',
      '/v1/customers/search',
      { filter: [{ field: 'customers.email', operator: '=', value: 'a@b.cd' }], limit: 100, offset: 0 },
    ],
  ]);
});

test('with nothing to look by no search is made', async () => {
  const { connection, sandbox } = inProcess();
  expect(await checkDuplicates(connection, { name: 'Ada' })).toEqual({
    kind: 'checked',
    byUserId: undefined,
    byEmail: undefined,
  });
  expect(sandbox.requests).toEqual([]);
});

test.each([undefined, 'no-match-is-404', 'no-match-is-errors'] as const)(
  'no match is none, in whatever way it is reported (%s)',
  async (scenario) => {
    const { connection, sandbox } = inProcess();
    sandbox.useScenario(scenario);
    expect(await checkDuplicates(connection, { userId: 'u-9', email: 'a@b.cd' })).toEqual({
      kind: 'checked',
      byUserId: none,
      byEmail: none,
    });
  },
);

test('an older error that says not found is none', async () => {
  const body = { errors: [{ code: 'entity_not_found', message: 'Entity not found' }] };
  const connection = connectionBy(async () => Response.json(body, { status: 400 }));
  expect(await checkDuplicates(connection, { userId: 'u-1' })).toMatchObject({ byUserId: none });
});

test('a server that ignores filters makes no strangers look like matches', async () => {
  const connection = connectionBy(async () => Response.json({ data: customers, total: 3 }));
  const found = await checkDuplicates(connection, { userId: 'u-1', email: 'ada@EXAMPLE.com' });
  expect(found).toMatchObject({
    byUserId: { customers: [{ id: 1 }] },
    byEmail: { customers: [{ id: 1 }, { id: 2 }] },
  });
});

test('a userId that comes back as a number is a match', async () => {
  const connection = connectionBy(async () => Response.json({ data: [{ id: 5, userId: 1843 }], total: 1 }));
  expect(await checkDuplicates(connection, { userId: '1843' })).toMatchObject({
    byUserId: { customers: [{ id: 5 }] },
  });
});

test.each([
  [{ data: customers, total: 500 }, false],
  [{ data: customers, total: 3 }, true],
  [{ data: customers, total: '500' }, false],
  [{ data: customers }, false],
  [{ data: [] }, true],
  [{ data: Array.from({ length: 100 }, () => ({})) }, false],
])('a page says whether it is all there is (%#)', async (page, complete) => {
  const connection = connectionBy(async () => Response.json(page));
  expect(await checkDuplicates(connection, { userId: 'u-1' })).toMatchObject({ byUserId: { complete } });
});

test.each<[string, number, BodyInit | null, object]>([
  ['a 500', 500, '{}', { kind: 'refused', status: 500 }],
  ['a 401', 401, '{"errors": []}', { kind: 'refused', status: 401 }],
  ['a 429', 429, '{}', { kind: 'refused', status: 429, retryAfter: 7 }],
  ['a 404 in HTML', 404, '<p>no</p>', { kind: 'refused', status: 404 }],
  [
    'a 400 about the filter',
    400,
    '{"errors": [{"code": "filter[0].field"}]}',
    { kind: 'refused', status: 400 },
  ],
  ['HTML', 200, '<p>hi</p>', { kind: 'unreadable', status: 200 }],
  ['nothing', 200, null, { kind: 'unreadable', status: 200 }],
  ['data that is not a list', 200, '{"data": {}}', { kind: 'unreadable', status: 200 }],
])('%s is a failure', async (_what, status, body, failure) => {
  const connection = connectionBy(
    async () => new Response(body, { status, headers: { 'retry-after': '7' } }),
  );
  expect(await checkDuplicates(connection, { userId: 'u-1' })).toMatchObject(failure);
});

test('entries that are no customers are passed over', async () => {
  const connection = connectionBy(async () =>
    Response.json({ data: [null, 5, [], { id: 1, userId: {} }], total: 4 }),
  );
  expect(await checkDuplicates(connection, { userId: 'u-1' })).toMatchObject({ byUserId: { customers: [] } });
});

test('a network that is not there is a failure', async () => {
  expect(await checkDuplicates(connectionTo(closedPort), { userId: 'u-1' })).toMatchObject({
    kind: 'not-sent',
    reason: 'connection-refused',
  });
});

test('checkDuplicates: can be canceled', async () => {
  const { connection } = inProcess();
  expect(await checkDuplicates(connection, { userId: 'u-1' }, { signal: AbortSignal.abort() })).toEqual({
    kind: 'not-sent',
    reason: 'aborted',
  });
});

test('a customer found twice is one', async () => {
  const { connection } = inProcess({ customers });
  const found = await checkDuplicates(connection, { userId: 'u-1', email: 'ada@example.com' });
  expect(found.kind === 'checked' && duplicateCustomers(found).map(customerId)).toEqual(['1']);
});

test.each<[object, string | undefined]>([
  [{ id: 5 }, '5'],
  [{ id: '12345678901234567890' }, '12345678901234567890'],
  [{ id: null }, undefined],
  [{}, undefined],
])('the id of %j is %s', (customer, id) => {
  expect(customerId({ ...customer })).toBe(id);
});

test.each<[string, number, object]>([
  ['an error of another kind under 200', 200, { errors: [{ code: 'internal_error' }] }],
  ["a gateway's 404", 404, { message: 'no Route matched' }],
  ['a 503 that ends in not_found', 503, { errors: [{ code: 'upstream_not_found' }] }],
  ['a 500 that says not_found', 500, { errors: [{ code: 'not_found' }] }],
])('%s does not mean that no customer was found', async (_name, status, body) => {
  const connection = connectionBy(async () => Response.json(body, { status }));
  expect((await checkDuplicates(connection, { userId: 'u-1' })).kind).not.toBe('checked');
});
