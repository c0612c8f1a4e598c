import { expect, test } from 'vitest';
import { dateText } from './date-text.ts';

test.each([
  [0, '1970-01-01 00:00:00 UTC'],
  [1603885746, '2020-10-28 11:49:06 UTC'],
  [99_999_999_999, '5138-11-16 09:46:39 UTC'],
])('%i is %s', (seconds, text) => {
  expect(dateText(seconds)).toBe(text);
});
