import { expect, test } from 'vitest';
import { codesOf, judge, now } from '../../../test/judge.ts';

test('a date ahead is advice', () => {
  expect(judge({ name: 'Ada', firstSeen: '2099-01-01T00:00:00Z' })).toEqual([
    { code: 'future-date', severity: 'advice', path: '/firstSeen', seconds: 4070908800 },
  ]);
});

test('now, by a clock that is hours ahead, is not the future', () => {
  expect(codesOf({ name: 'Ada', firstSeen: now / 1000 + 14 * 3600 })).toEqual([]);
});

test('a second more than any zone explains is the future', () => {
  expect(codesOf({ name: 'Ada', firstSeen: now / 1000 + 14 * 3600 + 1 })).toEqual(['future-date']);
});
