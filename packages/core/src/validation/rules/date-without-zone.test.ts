import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a date without a zone is advice that says which moment was taken', () => {
  expect(judge({ name: 'Ada', firstSeen: '2020-10-28 11:49:06' })).toEqual([
    { code: 'date-without-zone', severity: 'advice', path: '/firstSeen', seconds: 1603885746 },
  ]);
});

test.each(['2020-10-28T11:49:06Z', '2020-10-28T11:49:06+02:00', '1603885746'])(
  '%s names its zone',
  (firstSeen) => {
    expect(codesOf({ name: 'Ada', firstSeen })).toEqual([]);
  },
);
