import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a fraction of a second is advice', () => {
  expect(judge({ name: 'Ada', firstSeen: '1607542030.713' })).toEqual([
    { code: 'fraction-of-second', severity: 'advice', path: '/firstSeen', seconds: 1607542030 },
  ]);
});

test('a fraction of nothing is none', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '1607542030.000' })).toEqual([]);
});
