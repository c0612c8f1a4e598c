import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a day that does not exist is an error', () => {
  expect(judge({ name: 'Ada', firstSeen: '2024-02-30' })).toEqual([
    { code: 'impossible-date', severity: 'error', path: '/firstSeen', text: '2024-02-30' },
  ]);
});

test('29 February of a leap year passes', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '2024-02-29T00:00:00Z' })).toEqual([]);
});
