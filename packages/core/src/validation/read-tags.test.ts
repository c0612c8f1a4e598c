import { expect, test } from 'vitest';
import { readCustomer } from './read-customer.ts';

test('tags are read with what they have', () => {
  expect(readCustomer({ tags: [{ name: 'vip' }, { name: 'beta', color: 'red' }] })).toEqual({
    draft: { tags: [{ name: 'vip' }, { name: 'beta', color: 'red' }] },
    issues: [],
  });
});

test.each<[string, unknown]>([
  ['text', 'vip'],
  ['object', { name: 'vip' }],
  ['boolean', true],
])('tags that are %s are the wrong type', (got, tags) => {
  expect(readCustomer({ tags })).toEqual({
    draft: {},
    issues: [{ code: 'wrong-type', severity: 'error', path: '/tags', expected: ['list'], got }],
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

test('a null colour counts as left out', () => {
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

test('a hole in a list of tags is no tag', () => {
  const tags = [{ name: 'vip' }];
  tags[2] = { name: 'beta' };
  expect(readCustomer({ tags })).toMatchObject({
    draft: { tags: [{ name: 'vip' }, {}, { name: 'beta' }] },
    issues: [{ code: 'wrong-type', path: '/tags/1' }],
  });
});
