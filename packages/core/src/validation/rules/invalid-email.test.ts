import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('what is no address is an error', () => {
  expect(judge({ email: ' ada.example.com ' })).toEqual([
    { code: 'invalid-email', severity: 'error', path: '/email', address: 'ada.example.com' },
  ]);
});

test.each(['ada+crm@example.com', ' ada@xn--bcher-kva.example ', 'ada@example.photography'])(
  '%j passes',
  (email) => {
    expect(codesOf({ email })).toEqual([]);
  },
);
