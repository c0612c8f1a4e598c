import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a likely slip in a well-known domain is advice', () => {
  expect(judge({ email: 'ada@gmial.com' })).toEqual([
    { code: 'email-typo', severity: 'advice', path: '/email', suggestion: 'ada@gmail.com' },
  ]);
});

test('a domain that merely looks alike is left alone', () => {
  expect(codesOf({ email: 'ada@ymail.com' })).toEqual([]);
});

test('what is no address at all is not called mistyped too', () => {
  expect(codesOf({ email: 'ada lovelace@gmial.com' })).toEqual(['invalid-email']);
});
