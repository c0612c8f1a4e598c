import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';

test('invalid-email: an address without @ is an error', () => {
  expect(validate({ email: ' ada.example.com ' })).toEqual([
    { code: 'invalid-email', severity: 'error', path: '/email', address: 'ada.example.com' },
  ]);
});

test.each(['ada+crm@example.com', ' ada@xn--bcher-kva.example ', 'ada@example.photography'])(
  '%j passes',
  (email) => {
    expect(codesOf({ email })).toEqual([]);
  },
);

test('a likely slip in a well-known domain is advice', () => {
  expect(validate({ email: 'ada@gmial.com' })).toEqual([
    { code: 'email-typo', severity: 'advice', path: '/email', suggestion: 'ada@gmail.com' },
  ]);
});

test('a domain that merely looks alike is left alone', () => {
  expect(codesOf({ email: 'ada@ymail.com' })).toEqual([]);
});

test('email-typo: an invalid address has only "invalid-email"', () => {
  expect(codesOf({ email: 'ada lovelace@gmial.com' })).toEqual(['invalid-email']);
});
