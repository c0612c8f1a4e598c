import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

const key = 'k'.repeat(328);

test.each([
  ['/userId', { userId: key }],
  ['/tags/0/name', { name: 'Ada', tags: [{ name: key }] }],
  ['/customData/0/property', { name: 'Ada', customData: [{ property: key, value: 1 }] }],
])('what looks like a key at %s is advice, which does not repeat it', (path, customer) => {
  expect(judge(customer)).toEqual([{ code: 'key-like-text', severity: 'advice', path }]);
});

test('a little less than a key passes', () => {
  expect(codesOf({ userId: key.slice(1) })).toEqual([]);
});
