import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each([
  ['/name', { name: 'Ada \ud83d' }],
  ['/tags/0/name', { name: 'Ada', tags: [{ name: '\udc00' }] }],
  ['/customData/plan', { name: 'Ada', customData: { plan: '\ud83d!' } }],
  ['/customData/0/property', { name: 'Ada', customData: [{ property: '\ud83d', value: 1 }] }],
])('half a character at %s is an error', (path, customer) => {
  expect(judge(customer)).toEqual([{ code: 'lone-surrogate', severity: 'error', path }]);
});

test('a whole emoji passes', () => {
  expect(codesOf({ name: 'Ada 👩‍🚀' })).toEqual([]);
});
