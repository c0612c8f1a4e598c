import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each([2 ** 53, 1e21, Number.POSITIVE_INFINITY, Number.NaN])(
  '%s as a custom value is an error',
  (value) => {
    expect(judge({ name: 'Ada', customData: { account: value } })).toEqual([
      {
        code: 'inexact-number',
        severity: 'error',
        path: '/customData/account',
        written: String(value),
        stored: String(value),
      },
    ]);
  },
);

test.each([2 ** 53 - 1, 0.1, -0])('%s passes', (value) => {
  expect(codesOf({ name: 'Ada', customData: [{ property: 'account', value }] })).toEqual([]);
});
