import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';

test('the documented request gets a 201 with the documented customer', async () => {
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

test('an empty customer is created, for no field is required', async () => {
  await using started = await startSandbox();
  const answer = await started.create({});
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ id: 1, name: null, email: null, tags: [], customData: {} });
});

test('a refused customer is answered with every problem at its path, and not stored', async () => {
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

test('a taken userId is refused with its own code at index 0', async () => {
  await using started = await startSandbox({ customers: [{ userId: 'crm-1' }] });
  const answer = await started.create({ userId: 'crm-1' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [{ code: 'invalid_userId_value', message: 'This value is already used.' }],
  });
  expect(started.sandbox.customers).toHaveLength(1);
});

test('the same e-mail again makes a second customer', async () => {
  await using started = await startSandbox();
  await started.create({ email: 'ada@example.com' });
  await started.create({ email: 'ada@example.com' });
  expect(started.sandbox.customers.map(({ id, email }) => [id, email])).toEqual([
    [1, 'ada@example.com'],
    [2, 'ada@example.com'],
  ]);
});

test('a tag takes the default colour when it is new, and keeps the one it has', async () => {
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
