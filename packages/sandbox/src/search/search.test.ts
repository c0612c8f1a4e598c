import { expect, test } from 'vitest';
import { startSandbox } from '../../test/start-sandbox.ts';
import type { StoredCustomer, StoredCustomerInit } from '../index.ts';
import { createCustomerStore } from '../store/customer-store.ts';
import { readSearch, searchCustomers } from './search.ts';

const customers: readonly StoredCustomerInit[] = [
  {
    name: 'Ada Lovelace',
    email: 'ada@gmail.com',
    userId: 'crm-1',
    lastSeen: '1603885746',
    tags: [
      { name: 'Lead', color: '#ccc' },
      { name: 'Paid', color: '#c377e0' },
    ],
  },
  {
    name: 'Grace Hopper',
    email: 'grace@GMAIL.com',
    lastSeen: '999999999',
    tags: [{ name: 'Lead', color: '#ccc' }],
  },
  { name: 'Alan Turing', email: 'alan@example.com', createdFrom: 'telegram', integrationId: '465847687' },
];

async function namesFound(search: object): Promise<readonly (string | null)[]> {
  await using started = await startSandbox({ customers });
  const answer = await started.search(search);
  expect(answer.status).toBe(200);
  const { data } = (await answer.json()) as { data: StoredCustomer[] };
  return data.map(({ name }) => name?.split(' ')[0] ?? null);
}

test.each([
  ['customers.userId', '=', 'crm-1', ['Ada']],
  ['customers.userId', '!=', 'crm-1', ['Grace', 'Alan']],
  ['customers.userId', '=', 'CRM-1', []],
  ['customers.email', '~', 'gmail', ['Ada', 'Grace']],
  ['customers.email', '!~', 'gmail', ['Alan']],
  ['customers.id', '>', 1, ['Grace', 'Alan']],
  ['customers.id', '>=', 3, ['Alan']],
  ['customers.id', '<', 2, ['Ada']],
  ['customers.id', '<=', 2, ['Ada', 'Grace']],
  ['customers.id', '!=', 2, ['Ada', 'Alan']],
  ['customers.lastSeen', '>', 1_000_000_000, ['Ada']],
  ['customers.lastSeen', '<', '1000000000', ['Grace']],
  ['customers.tagsData', '=', [{ name: 'Lead' }], ['Ada', 'Grace']],
  ['customers.tagsData', '=', [{ name: 'Lead' }, { name: 'Paid' }], ['Ada']],
  ['customers.tagsData', '=', [{ name: 'lead' }], []],
  ['customers.telegramId', '=', '465847687', ['Alan']],
  ['customers.whatsappId', '=', '465847687', []],
  ['customers.city', '=', 'Kyiv', []],
])('filter %s %s %j finds %j', async (field, operator, value, names) => {
  expect(await namesFound({ filter: [{ field, operator, value }] })).toEqual(names);
});

test.each([
  ['AND', ['Ada']],
  ['OR', ['Ada', 'Grace', 'Alan']],
  [undefined, ['Ada']],
])('comparison %s finds %j', async (comparison, names) => {
  const filter = [
    { field: 'customers.email', operator: '~', value: 'gmail' },
    { field: 'customers.name', operator: '~', value: 'A' },
    { field: 'customers.id', operator: '<', value: 3 },
    { field: 'customers.userId', operator: '!=', value: 'crm-2' },
    { field: 'customers.tagsData', operator: '=', value: [{ name: 'Paid' }] },
  ];
  expect(await namesFound({ comparison, filter })).toEqual(names);
});

test('search: without a filter all customers match, with OR too', async () => {
  expect(await namesFound({})).toEqual(['Ada', 'Grace', 'Alan']);
  expect(await namesFound({ comparison: 'OR', filter: [] })).toEqual(['Ada', 'Grace', 'Alan']);
});

test.each([
  ['customers.name', 'ASC', ['Ada', 'Alan', 'Grace']],
  ['customers.id', 'desc', ['Alan', 'Grace', 'Ada']],
  ['customers.lastSeen', 'ASC', ['Grace', 'Ada', 'Alan']],
  ['customers.lastSeen', 'DESC', ['Ada', 'Grace', 'Alan']],
])('sort by %s %s returns %j', async (sort, order, names) => {
  expect(await namesFound({ sort, order })).toEqual(names);
});

test('limit and offset select a page, and total counts all matches', async () => {
  await using started = await startSandbox({ customers });
  const answer = await started.search({ limit: 1, offset: 1 });
  expect(await answer.json()).toMatchObject({ data: [{ id: 2 }], total: 3 });
});

test('search: no match is an empty list', async () => {
  await using started = await startSandbox();
  const answer = await started.search({
    filter: [{ field: 'customers.email', operator: '=', value: 'a@b.c' }],
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ data: [], total: 0 });
});

test('search: an invalid filter is refused at its path', async () => {
  await using started = await startSandbox();
  const answer = await started.search({ filter: [{ field: 'email', operator: '=', value: 'a@b.c' }] });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    errors: [
      { code: 'invalid_request', message: 'Invalid request' },
      { code: 'filter[0].field', message: 'The value you selected is not a valid choice.' },
    ],
  });
});

const filter = (field: unknown, operator: unknown, value: unknown) => ({
  filter: [{ field, operator, value }],
});
const choice = 'The value you selected is not a valid choice.';

test.each([
  ['no JSON', 'search', 'This value should be valid JSON.'],
  [[], 'search', 'This value should be of type object.'],
  [{ filter: {} }, 'filter', 'This value should be of type array.'],
  [{ filter: ['customers.id'] }, 'filter[0]', 'This value should be of type object.'],
  [filter('customers.age', '=', '1'), 'filter[0].field', choice],
  [filter('email', '=', 'ada@example.com'), 'filter[0].field', choice],
  [{ filter: [{}] }, 'filter[0].field', 'This field is missing.'],
  [filter('customers.email', '==', 'ada@example.com'), 'filter[0].operator', choice],
  [filter('customers.email', '>', 'a'), 'filter[0].operator', choice],
  [filter('customers.id', '~', 1), 'filter[0].operator', choice],
  [filter('customers.tagsData', '!=', [{ name: 'vip' }]), 'filter[0].operator', choice],
  [filter('customers.userId', '=', 1815), 'filter[0].value', 'This value should be of type string.'],
  [filter('customers.id', '=', 'one'), 'filter[0].value', 'This value should be of type numeric.'],
  [
    filter('customers.lastSeen', '>', '18 Jun 2020'),
    'filter[0].value',
    'This value should be of type numeric.',
  ],
  [filter('customers.tagsData', '=', ['vip']), 'filter[0].value', 'This value should be of type array.'],
  [{ comparison: 'XOR' }, 'comparison', choice],
  [{ order: 'up' }, 'order', choice],
  [{ sort: 'customers.shoeSize' }, 'sort', choice],
  [{ limit: '5' }, 'limit', 'This value should be of type integer.'],
  [{ limit: 0 }, 'limit', 'This value should be positive.'],
  [{ offset: -1 }, 'offset', 'This value should be either positive or zero.'],
])('readSearch: refuses %j at %s', (body, code, message) => {
  const read = readSearch(typeof body === 'string' ? body : JSON.stringify(body), 20);
  expect(read).toEqual({ ok: false, errors: [{ code, message }] });
});

test('readSearch: names the second filter by its index', () => {
  const read = readSearch(
    JSON.stringify({
      filter: [
        { field: 'customers.id', operator: '=', value: 1 },
        { field: 'customers.id', operator: '?', value: 1 },
      ],
    }),
    20,
  );
  expect(read).toEqual({ ok: false, errors: [{ code: 'filter[1].operator', message: choice }] });
});

test('readSearch: refuses more filters than the limit', () => {
  const filters = Array.from({ length: 3 }, () => ({ field: 'customers.id', operator: '=', value: 1 }));
  expect(readSearch(JSON.stringify({ filter: filters }), 3)).toMatchObject({ ok: true });
  expect(readSearch(JSON.stringify({ filter: filters }), 2)).toEqual({
    ok: false,
    errors: [{ code: 'filter', message: 'This collection should contain 2 elements or less.' }],
  });
});

const byUserId = (value: string) => ({ field: 'customers.userId', operator: '=', value });
const byEmail = (value: string) => ({ field: 'customers.email', operator: '=', value });

test.each([
  ['OR', [byUserId('crm-1'), byEmail('ada@gmail.com')], ['Ada']],
  ['OR', [byEmail('alan@example.com'), byUserId('crm-1')], ['Ada', 'Alan']],
  ['AND', [byUserId('crm-1'), byEmail('alan@example.com')], []],
  ['AND', [{ ...byUserId('crm-1'), operator: '!=' }, byEmail('alan@example.com')], ['Alan']],
])('comparison %s of indexed fields in %j finds %j', async (comparison, filter, names) => {
  expect(await namesFound({ comparison, filter })).toEqual(names);
});

test('searchCustomers: an OR of user IDs looks at no other customer of 100,000', async () => {
  const many = Array.from({ length: 100_000 }, (_, row) => ({
    userId: `crm-${row}`,
    email: `${row}@example.com`,
  }));
  const store = createCustomerStore({ initial: many, saved: [], now: () => 0, onChange: () => undefined });
  let looked = 0;
  const all = new Proxy(store.all, {
    get(target, key, receiver) {
      looked += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  const filter = Array.from({ length: 20 }, (_, row) => byUserId(`crm-${row * 5000}`));
  const read = readSearch(JSON.stringify({ comparison: 'OR', filter }), 20);
  if (!read.ok) throw new Error('not a search');
  expect(searchCustomers({ ...store, all }, read.search).total).toBe(20);
  expect(looked).toBe(0);
});
