import { expect, test } from 'vitest';
import { readCustomer } from './read-customer.ts';

test.each([
  ['/tags/0/label', { tags: [{ label: 'vip' }] }, 'name'],
  ['/customData/0/key', { customData: [{ key: 'plan', value: 'pro' }] }, 'property'],
  ['/customData/0/name', { customData: [{ name: 'plan', value: 'pro' }] }, 'property'],
])(
  'unknown-field: %s is what other tools call a part, and the part is suggested',
  (path, customer, suggestion) => {
    expect(readCustomer(customer).issues).toMatchObject([{ code: 'unknown-field', path, suggestion }]);
  },
);

test('readCustomer: an empty text in place of a list is left out', () => {
  expect(readCustomer({ tags: '', customData: ' ' })).toEqual({ draft: {}, issues: [] });
});

test('tags are read with what they have', () => {
  expect(readCustomer({ tags: [{ name: 'vip' }, { name: 'beta', color: 'red' }] })).toEqual({
    draft: { tags: [{ name: 'vip' }, { name: 'beta', color: 'red' }] },
    issues: [],
  });
});

test.each<[string, unknown, asTyped?: object]>([
  ['text', 'vip', { tags: 'vip' }],
  ['object', { name: 'vip' }],
  ['boolean', true],
])('tags that are %s are the wrong type', (got, tags, asTyped) => {
  expect(readCustomer({ tags })).toEqual({
    draft: {},
    issues: [{ code: 'wrong-type', severity: 'error', path: '/tags', expected: ['list'], got }],
    asTyped,
  });
});

test('a tag that is text is the wrong type and keeps its place', () => {
  expect(readCustomer({ tags: ['vip', { name: 'beta' }] })).toEqual({
    draft: { tags: [{}, { name: 'beta' }] },
    issues: [{ code: 'wrong-type', severity: 'error', path: '/tags/0', expected: ['object'], got: 'text' }],
  });
});

test.each(['name', 'color'])('a number as the %s of a tag is the wrong type', (part) => {
  expect(readCustomer({ tags: [{ [part]: 5 }] }).issues).toEqual([
    { code: 'wrong-type', severity: 'error', path: `/tags/0/${part}`, expected: ['text'], got: 'number' },
  ]);
});

test('a null color counts as left out', () => {
  expect(readCustomer({ tags: [{ name: 'vip', color: null }] })).toEqual({
    draft: { tags: [{ name: 'vip' }] },
    issues: [],
  });
});

test('an unknown part of a tag is reported with the one that was likely meant', () => {
  expect(readCustomer({ tags: [{ name: 'vip', colour: 'red' }] }).issues).toEqual([
    {
      code: 'unknown-field',
      severity: 'advice',
      path: '/tags/0/colour',
      key: 'colour',
      suggestion: 'color',
    },
  ]);
});

test('the id of a tag is read-only', () => {
  expect(readCustomer({ tags: [{ id: 5, name: 'vip' }] }).issues).toMatchObject([
    { code: 'read-only-field', path: '/tags/0/id' },
  ]);
});

test('a __proto__ part of a tag is an error', () => {
  expect(readCustomer(JSON.parse('{"tags": [{"name": "vip", "__proto__": 1}]}')).issues).toMatchObject([
    { code: 'forbidden-key', path: '/tags/0/__proto__' },
  ]);
});

test('readTags: reports a hole in the list', () => {
  const tags = [{ name: 'vip' }];
  tags[2] = { name: 'beta' };
  expect(readCustomer({ tags })).toMatchObject({
    draft: { tags: [{ name: 'vip' }, {}, { name: 'beta' }] },
    issues: [{ code: 'wrong-type', path: '/tags/1' }],
  });
});
test('a map is read as a map', () => {
  expect(readCustomer({ customData: { plan: 'pro', seats: 1.5, trial: false } })).toEqual({
    draft: { customData: { plan: 'pro', seats: 1.5, trial: false } },
    issues: [],
  });
});

test('a list is read as a list', () => {
  expect(readCustomer({ customData: [{ property: 'plan', value: 'pro' }] })).toEqual({
    draft: { customData: [{ property: 'plan', value: 'pro' }] },
    issues: [],
  });
});

test('null values count as left out, in both forms', () => {
  expect([
    readCustomer({ customData: { plan: null } }),
    readCustomer({ customData: [{ property: null, value: null }] }),
  ]).toEqual([
    { draft: { customData: {} }, issues: [] },
    { draft: { customData: [{}] }, issues: [] },
  ]);
});

test.each<[string, unknown]>([
  ['text', 'plan=pro'],
  ['number', 5],
])('custom data that is %s is the wrong type', (got, customData) => {
  expect(readCustomer({ customData })).toEqual({
    draft: {},
    issues: [
      { code: 'wrong-type', severity: 'error', path: '/customData', expected: ['object', 'list'], got },
    ],
  });
});

test.each<[string, unknown]>([
  ['list', ['pro']],
  ['object', { name: 'pro' }],
  ['nothing', () => 'pro'],
])('a %s as a value of a map is an error', (got, plan) => {
  expect(readCustomer({ customData: { plan } })).toEqual({
    draft: { customData: {} },
    issues: [{ code: 'nested-custom-value', severity: 'error', path: '/customData/plan', got }],
  });
});

test('a list as a value of an entry is an error', () => {
  expect(readCustomer({ customData: [{ property: 'plan', value: [] }] })).toEqual({
    draft: { customData: [{ property: 'plan' }] },
    issues: [{ code: 'nested-custom-value', severity: 'error', path: '/customData/0/value', got: 'list' }],
  });
});

test('readCustomData: an entry that is not an object has the wrong type and keeps its place', () => {
  expect(readCustomer({ customData: ['plan', { property: 'seats', value: 1 }] })).toEqual({
    draft: { customData: [{}, { property: 'seats', value: 1 }] },
    issues: [
      { code: 'wrong-type', severity: 'error', path: '/customData/0', expected: ['object'], got: 'text' },
    ],
  });
});

test('a property that is a number is the wrong type', () => {
  expect(readCustomer({ customData: [{ property: 5, value: 1 }] }).issues).toEqual([
    {
      code: 'wrong-type',
      severity: 'error',
      path: '/customData/0/property',
      expected: ['text'],
      got: 'number',
    },
  ]);
});

test('an unknown part of an entry is reported with the one that was likely meant', () => {
  expect(readCustomer({ customData: [{ property: 'plan', values: 'pro' }] }).issues).toMatchObject([
    { code: 'unknown-field', path: '/customData/0/values', suggestion: 'value' },
  ]);
});

test('a key of a map keeps its slashes and tildes in the path', () => {
  expect(readCustomer({ customData: { 'a/b~c': [] } }).issues).toMatchObject([
    { path: '/customData/a~1b~0c' },
  ]);
});

test('a __proto__ key of a map is an error and changes no prototype', () => {
  const { draft, issues } = readCustomer(JSON.parse('{"customData": {"__proto__": "x", "plan": "pro"}}'));
  expect(draft).toEqual({ customData: { plan: 'pro' } });
  expect(issues).toMatchObject([{ code: 'forbidden-key', path: '/customData/__proto__' }]);
});
