import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { isExactNumber } from './custom-data-rules.ts';

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

test.each([{ value: 'pro' }, { property: ' ', value: 'pro' }, {}])('%j is an error', (entry) => {
  expect(validate({ name: 'Ada', customData: [entry] })).toEqual([
    { code: 'entry-without-property', severity: 'error', path: '/customData/0/property' },
  ]);
});

test('a blank key of a map is an error at that key', () => {
  expect(validate({ name: 'Ada', customData: { ' ': 'pro' } })).toEqual([
    { code: 'entry-without-property', severity: 'error', path: '/customData/ ' },
  ]);
});

test('an entry without a value passes: it is left out', () => {
  expect(codesOf({ name: 'Ada', customData: [{ property: 'plan' }] })).toEqual([]);
});

test('each later property of the same name is advice that names the first', () => {
  const customData = [
    { property: 'plan', value: 'pro' },
    { property: 'seats', value: 1 },
    { property: ' plan ', value: 'free' },
  ];
  expect(validate({ name: 'Ada', customData })).toEqual([
    {
      code: 'duplicate-property',
      severity: 'advice',
      path: '/customData/2',
      property: 'plan',
      firstPath: '/customData/0',
    },
  ]);
});

test('keys of a map that differ by blanks alone are the same property', () => {
  expect(validate({ name: 'Ada', customData: { plan: 'pro', ' plan': 'free' } })).toMatchObject([
    { code: 'duplicate-property', path: '/customData/ plan', firstPath: '/customData/plan' },
  ]);
});

test('duplicate-property: an entry without a value does not count', () => {
  expect(
    codesOf({ name: 'Ada', customData: [{ property: 'plan' }, { property: 'plan', value: 'pro' }] }),
  ).toEqual([]);
});

test('__proto__ as a property of the list form is an error', () => {
  expect(validate({ name: 'Ada', customData: [{ property: ' __proto__ ', value: 'x' }] })).toEqual([
    { code: 'forbidden-key', severity: 'error', path: '/customData/0/property', key: '__proto__' },
  ]);
});

test.each(['proto', 'constructor', 'toString'])('%s passes', (property) => {
  expect(codesOf({ name: 'Ada', customData: [{ property, value: 'x' }] })).toEqual([]);
});

test.each([2 ** 53, 1234567890123456 * 1e4 + 65536, Number.POSITIVE_INFINITY, Number.NaN])(
  '%s as a custom value is an error',
  (value) => {
    expect(validate({ name: 'Ada', customData: { account: value } })).toEqual([
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

test.each([2 ** 53 - 1, 0.1, -0, 1e21, 123e45, 123.456e78])('%s passes', (value) => {
  expect(codesOf({ name: 'Ada', customData: [{ property: 'account', value }] })).toEqual([]);
});
