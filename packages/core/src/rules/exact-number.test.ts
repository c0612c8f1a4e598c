import { expect, test } from 'vitest';
import { isExactNumber } from './exact-number.ts';

test.each([
  '0',
  '-0',
  '0.0',
  '0e999999',
  '1',
  '-1',
  '1.50',
  '15e-1',
  '1E2',
  '1e+2',
  '0.1',
  '0.30000000000000004',
  '9007199254740991',
  '-9007199254740991',
  '1603885746.713',
  '5e-324',
  '1e21',
  '123e45',
  '123.456e78',
  '1.5e-10',
])('%s survives being read', (literal) => {
  expect(isExactNumber(literal)).toBe(true);
});

test.each([
  '9007199254740992',
  '9007199254740993',
  '-9007199254740993',
  '12345678901234567890',
  '1e400',
  '-1e400',
  '1e-400',
  '0.1234567890123456789',
  '1.00000000000000000001',
  'NaN',
  'Infinity',
  '',
  '0x10',
])('%j does not survive being read', (literal) => {
  expect(isExactNumber(literal)).toBe(false);
});

test('zeros in the middle of a very long number do not cost quadratic time', () => {
  // Each zero would be tried as the beginning of the trailing ones: minutes instead of milliseconds.
  expect(isExactNumber(`0.1${'0'.repeat(1_000_000)}1`)).toBe(false);
});
