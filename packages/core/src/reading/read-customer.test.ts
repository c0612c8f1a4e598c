import { expect, test } from 'vitest';
import { readCustomer } from './read-customer.ts';

test('a customer that is all right is read as it is, without issues', () => {
  const customer = {
    name: 'Ada Lovelace',
    email: 'ada@example.com',
    firstSeen: 1603885746,
    tags: [{ name: 'vip', color: 'red' }],
    customData: { plan: 'pro', seats: 12, trial: false },
  };
  expect(readCustomer(customer)).toEqual({ draft: customer, issues: [] });
});

test.each([null, undefined])('%o counts as left out', (nothing) => {
  expect(
    readCustomer({
      name: 'Ada',
      email: nothing,
      firstSeen: nothing,
      tags: nothing,
      customData: nothing,
    }),
  ).toEqual({ draft: { name: 'Ada' }, issues: [] });
});

test.each([
  ['text', 'Ada'],
  ['number', 1],
  ['boolean', true],
  ['null', null],
  ['nothing', undefined],
  ['nothing', () => 'Ada'],
])('readCustomer: reports "not-an-object" for %s', (got, input) => {
  expect(readCustomer(input)).toEqual({
    draft: {},
    issues: [{ code: 'not-an-object', severity: 'error', path: '', got }],
  });
});

test.each([0, 1, 3])('readCustomer: reports "list-of-customers" for a list of %i', (count) => {
  expect(readCustomer(Array.from({ length: count }, () => ({ name: 'Ada' })))).toEqual({
    draft: {},
    issues: [{ code: 'list-of-customers', severity: 'error', path: '', count }],
  });
});

test('a page of a search is a list of customers', () => {
  expect(readCustomer({ data: [{ id: 1, name: 'Ada' }, { id: 2 }], total: 2 })).toEqual({
    draft: {},
    issues: [{ code: 'list-of-customers', severity: 'error', path: '/data', count: 2 }],
  });
});

test.each([
  ['has a field of a customer', { name: 'Ada', data: [{ id: 1 }] }],
  ['has something else in its data', { data: [1, 2] }],
  ['has data that is not a list', { data: { id: 1 } }],
])('readCustomer: what %s is not a page of a search', (_what, input) => {
  expect(readCustomer(input).issues).toContainEqual(
    expect.objectContaining({ code: 'unknown-field', path: '/data' }),
  );
});

test.each(['name', 'email', 'company', 'source', 'locale', 'createdFrom', 'notes'])(
  'a number as %s is the wrong type',
  (key) => {
    expect(readCustomer({ [key]: 5 })).toEqual({
      draft: {},
      issues: [{ code: 'wrong-type', severity: 'error', path: `/${key}`, expected: ['text'], got: 'number' }],
      asTyped: { [key]: '5' },
    });
  },
);

test.each(['userId', 'phone', 'integrationId'])('a whole number as %s is read as its digits', (key) => {
  expect(readCustomer({ [key]: 1843 })).toEqual({
    draft: { [key]: '1843' },
    issues: [{ code: 'number-as-text', severity: 'advice', path: `/${key}`, text: '1843', written: '1843' }],
  });
});

test('a number past 2^53 as userId is an error', () => {
  expect(readCustomer({ userId: 2 ** 53 }).issues).toEqual([
    {
      code: 'inexact-number',
      severity: 'error',
      path: '/userId',
      written: '9007199254740992',
      stored: '9007199254740992',
    },
  ]);
});

test.each([1.5, Number.NaN, true, ['1'], {}])('%j as userId is the wrong type', (userId) => {
  expect(readCustomer({ userId }).issues).toMatchObject([{ code: 'wrong-type', path: '/userId' }]);
});

test.each([true, ['2020-10-28'], {}])('%j as firstSeen is the wrong type', (firstSeen) => {
  expect(readCustomer({ firstSeen }).issues).toMatchObject([
    { code: 'wrong-type', path: '/firstSeen', expected: ['text', 'number'] },
  ]);
});

test('an unknown field is reported with the one that was likely meant', () => {
  expect(readCustomer({ user_id: '7' })).toEqual({
    draft: {},
    issues: [
      { code: 'unknown-field', severity: 'advice', path: '/user_id', key: 'user_id', suggestion: 'userId' },
    ],
  });
});

test.each(['id', 'lastSeen', 'location', 'device', 'unsubscribed', 'blocked', 'referer', 'lastPage'])(
  'the read-only field %s is reported and left out',
  (key) => {
    expect(readCustomer({ [key]: 1 })).toEqual({
      draft: {},
      issues: [{ code: 'read-only-field', severity: 'advice', path: `/${key}`, key }],
    });
  },
);

test('$schema is known and never flagged', () => {
  expect(readCustomer({ $schema: './customer.schema.json', name: 'Ada' })).toEqual({
    draft: { name: 'Ada' },
    issues: [],
  });
});

test('a __proto__ field is an error and changes no prototype', () => {
  expect(readCustomer(JSON.parse('{"__proto__": {"email": "x"}}'))).toEqual({
    draft: {},
    issues: [{ code: 'forbidden-key', severity: 'error', path: '/__proto__', key: '__proto__' }],
  });
});

test('a customer copied from a response is read, and its own fields are advice', () => {
  const { draft, issues } = readCustomer({
    id: 4,
    name: 'Ada',
    email: null,
    firstSeen: '1603885746',
    lastSeen: null,
    location: { city: null },
    tags: [{ id: 9, name: 'vip', color: '#ff0000' }],
    customData: { plan: 'pro', since: 1603885746 },
  });
  expect(draft).toEqual({
    name: 'Ada',
    firstSeen: '1603885746',
    tags: [{ name: 'vip', color: '#ff0000' }],
    customData: { plan: 'pro', since: 1603885746 },
  });
  expect(issues.map(({ code, path }) => [code, path])).toEqual([
    ['read-only-field', '/id'],
    ['read-only-field', '/lastSeen'],
    ['read-only-field', '/location'],
    ['read-only-field', '/tags/0/id'],
  ]);
});

test.each<[string, object, object | undefined]>([
  ['a text where a list belongs', { tags: 'vip, new' }, { tags: 'vip, new' }],
  ['a list of texts', { tags: ['vip', 'new'] }, { tags: 'vip, new' }],
  ['a number', { name: 5, tags: [1, 2.5] }, { name: '5', tags: '1, 2.5' }],
  [
    'an object or a boolean',
    { name: { first: 'Ada' }, email: true, tags: [{ name: 'vip' }, 'new'] },
    undefined,
  ],
  ['a tag with a comma', { tags: ['vip, new', 'old'] }, undefined],
  ['a number that may have lost digits', { userId: 2 ** 53 + 2, name: 2 ** 60 }, undefined],
  ['nothing', { tags: ' ', name: '', customData: [] }, undefined],
])('as a person would type it: %s', (_what, customer, asTyped) => {
  expect(readCustomer(customer).asTyped).toEqual(asTyped);
});
