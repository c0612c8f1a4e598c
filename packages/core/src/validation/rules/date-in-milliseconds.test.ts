import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('milliseconds are an error that offers the seconds', () => {
  expect(judge({ name: 'Ada', firstSeen: 1603885746000 })).toEqual([
    {
      code: 'date-in-milliseconds',
      severity: 'error',
      path: '/firstSeen',
      text: '1603885746000',
      suggestion: '1603885746',
    },
  ]);
});

test('seconds of a far but thinkable year are no milliseconds', () => {
  expect(codesOf({ name: 'Ada', firstSeen: 99_999_999_999 })).toEqual(['future-date']);
});
