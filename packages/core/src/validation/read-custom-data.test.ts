import { expect, test } from 'vitest';
import { readCustomer } from './read-customer.ts';

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

test('an entry that is no object is the wrong type and keeps its place', () => {
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
