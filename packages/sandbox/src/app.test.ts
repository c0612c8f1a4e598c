import { expect, test } from 'vitest';
import { startSandbox } from '../test/start-sandbox.ts';

test('CORS: allows a preflight from any page, with every header that clients send', async () => {
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
  'CORS: a page can read the response, scenario %s',
  async (scenario) => {
    await using started = await startSandbox();
    const answer = await started.create({}, scenario === undefined ? {} : { 'x-sandbox-scenario': scenario });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  },
);

test('CORS: a page can read Retry-After', async () => {
  await using started = await startSandbox({ scenario: 'rate-limited-retry-after' });
  const answer = await started.create({});
  expect(answer.headers.get('access-control-expose-headers')).toBe('retry-after');
  expect(answer.headers.get('retry-after')).toBe('2');
});

test('create: the documented request gets a 201 with the documented customer', async () => {
  await using started = await startSandbox();
  const answer = await started.create({
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    userId: 'user_1234567890',
    company: 'Example Inc.',
    phone: '+10233456781',
    firstSeen: '1603885746',
    source: 'https://example.com',
    locale: 'uk',
    createdFrom: 'telegram',
    integrationId: '465847687',
    notes: 'Lorem ipsum',
    tags: [{ name: 'vip', color: '#ff0000' }],
    customData: [
      { property: 'subscription_status', value: 'active' },
      { property: 'number_of_payments', value: 15 },
      { property: 'last_paid_amount', value: 15.99 },
      { property: 'last_payment_date', value: '1603885746' },
      { property: 'last_payment_was_successful', value: true },
    ],
  });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.json()).toEqual({
    id: 1,
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    userId: 'user_1234567890',
    company: 'Example Inc.',
    phone: '+10233456781',
    firstSeen: '1603885746',
    lastSeen: null,
    location: { regionCode: null, countryCode: null, city: null },
    device: { id: null, ip: null, timezone: null, platform: null, userAgent: null },
    unsubscribed: false,
    blocked: false,
    source: 'https://example.com',
    referer: null,
    lastPage: null,
    locale: 'uk',
    createdFrom: 'telegram',
    integrationId: '465847687',
    notes: 'Lorem ipsum',
    tags: [{ name: 'vip', color: '#ff0000' }],
    customData: {
      subscription_status: 'active',
      number_of_payments: 15,
      last_paid_amount: 15.99,
      last_payment_date: 1_603_885_746,
      last_payment_was_successful: true,
    },
  });
});

test('create: no field is required', async () => {
  await using started = await startSandbox();
  const answer = await started.create({});
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ id: 1, name: null, email: null, tags: [], customData: {} });
});

test('create: a 400 lists every error at its path, and nothing is stored', async () => {
  await using started = await startSandbox();
  const answer = await started.create({
    email: 'ada',
    tags: [{ name: ' ' }],
    customData: [{ property: 'a', value: [] }],
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [
      { code: 'invalid_request', message: 'Invalid request' },
      { code: 'email', message: 'This value is not a valid email address.' },
      { code: 'tags[0].name', message: 'This value should not be blank.' },
      { code: 'customData[0].value', message: 'This value should be of type scalar.' },
    ],
  });
  expect(started.sandbox.customers).toEqual([]);
});

test('create: a taken userId is refused with its own code at index 0', async () => {
  await using started = await startSandbox({ customers: [{ userId: 'crm-1' }] });
  const answer = await started.create({ userId: 'crm-1' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [{ code: 'invalid_userId_value', message: 'This value is already used.' }],
  });
  expect(started.sandbox.customers).toHaveLength(1);
});

test('create: the same email again creates a second customer', async () => {
  await using started = await startSandbox();
  await started.create({ email: 'ada@example.com' });
  await started.create({ email: 'ada@example.com' });
  expect(started.sandbox.customers.map(({ id, email }) => [id, email])).toEqual([
    [1, 'ada@example.com'],
    [2, 'ada@example.com'],
  ]);
});

test('create: a new tag gets the default color, and a known tag keeps its color', async () => {
  await using started = await startSandbox();
  await started.create({ tags: [{ name: 'vip', color: 'red' }, { name: 'lead' }] });
  await started.create({
    tags: [{ name: 'vip', color: 'blue' }, { name: 'Lead', color: '#123456' }, { name: 'vip' }],
  });
  expect(started.sandbox.customers.map(({ tags }) => tags)).toEqual([
    [
      { name: 'vip', color: 'red' },
      { name: 'lead', color: '#c377e0' },
    ],
    [
      { name: 'vip', color: 'red' },
      { name: 'Lead', color: '#123456' },
    ],
  ]);
});

const general = { code: 'invalid_request', message: 'Invalid request' };
const headers = { authorization: 'Bearer any-key' };

test('get: returns the customer exactly as its create did', async () => {
  await using started = await startSandbox();
  const created = await (await started.create({ name: 'Ada Lovelace', tags: [{ name: 'vip' }] })).text();
  const answer = await started.get(1);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(created);
});

test.each(['2', '0', '-1', '1.0', 'ada', '%00'])('get: answers 404 for the id %s', async (id) => {
  await using started = await startSandbox({ customers: [{}] });
  const answer = await started.get(id);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({
    errors: [general, { code: 'not_found', message: 'Chat not found' }],
  });
});

test('delete: answers 200 "Ok", and the customer is gone', async () => {
  await using started = await startSandbox({
    customers: [{ userId: 'crm-1', email: 'ada@example.com' }, {}],
  });
  const init = { method: 'DELETE', headers };
  const response = await fetch(`${started.baseUrl}/customers/1`, init);
  expect([response.status, await response.json()]).toEqual([200, 'Ok']);
  expect((await started.get(1)).status).toBe(404);
  const filter = [{ field: 'customers.userId', operator: '=', value: 'crm-1' }];
  expect(await (await started.search({ filter })).json()).toEqual({ data: [], total: 0 });
  expect((await fetch(`${started.baseUrl}/customers/1`, init)).status).toBe(404);
});

test('delete: frees the userId, but never the id', async () => {
  await using started = await startSandbox({ customers: [{ userId: 'crm-1' }] });
  await fetch(`${started.baseUrl}/customers/1`, { method: 'DELETE', headers });
  const response = await started.create({ userId: 'crm-1' });
  expect(await response.json()).toMatchObject({ id: 2, userId: 'crm-1' });
});

test.each([
  ['GET', '/customers', 'POST'],
  ['DELETE', '/customers', 'POST'],
  ['GET', '/customers/search', 'POST'],
  ['PUT', '/customers/1', 'GET, DELETE'],
  ['PATCH', '/customers/1', 'GET, DELETE'],
])('%s %s is refused with 405 and allow: %s', async (method, path, allowed) => {
  await using started = await startSandbox();
  const answer = await fetch(started.baseUrl + path, { method, headers });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe(allowed);
  expect(await answer.json()).toMatchObject({ errors: [general, { code: 'method_not_allowed' }] });
});

test.each(['/chats', '/customers/1/tags', ''])('the unknown path /v1%s is a 404', async (path) => {
  await using started = await startSandbox();
  const answer = await fetch(started.baseUrl + path, { headers });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ errors: [general, { code: 'not_found' }] });
});

test('GET / names the customers of this sandbox, without a key, and is no request to HelpCrunch', async () => {
  await using one = await startSandbox();
  await using other = await startSandbox();
  const nameOf = async ({ baseUrl }: { readonly baseUrl: string }) => {
    const answer = await fetch(new URL('/', baseUrl));
    return ((await answer.json()) as { readonly sandbox: string }).sandbox;
  };
  const name = await nameOf(one);
  expect(name).toMatch(/^[\da-f-]{36}$/);
  expect(await nameOf(one)).toBe(name);
  expect(await nameOf(other)).not.toBe(name);
  expect(one.sandbox.requests).toEqual([]);
});
