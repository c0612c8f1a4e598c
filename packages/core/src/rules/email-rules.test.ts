import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { isPlausibleEmail, suggestEmail } from './email-rules.ts';
import { issueMessage } from './rules.ts';
import { validateCustomer } from './validate-customer.ts';

test.each([
  'ada@example.com',
  'ada+crm@example.com',
  "o'neil@example.ie",
  'ada.lovelace@mail.example.co.uk',
  'a@b.cd',
  'ada@xn--bcher-kva.example',
  'ada@bücher.example',
  'ада@пример.укр',
  'ada@example.photography',
  'ada@123.com',
  'ada@sub_domain.example.com',
  '"ada lovelace"@example.com',
  '"ada@home"@example.com',
  `${'a'.repeat(64)}@example.com`,
])('%s could be an address', (address) => {
  expect(isPlausibleEmail(address)).toBe(true);
});

test.each([
  '',
  '@',
  'ada',
  'ada.example.com',
  'ada@',
  '@example.com',
  'ada@example',
  'ada@@example.com',
  'ada@home@example.com',
  'ada lovelace@example.com',
  'ada@exam ple.com',
  'ada@example..com',
  'ada@.example.com',
  'ada@example.com.',
  'ada@-example.com',
  'ada@127.0.0.1',
  'Ada <ada@example.com>',
  'ada@example.com, grace@example.com',
  'mailto:ada@example.com',
  'ada\n@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ada@${'a'.repeat(64)}.com`,
  `ada@${'a.'.repeat(130)}com`,
  'ada@\ud83d.com',
])('isPlausibleEmail: rejects %j', (address) => {
  expect(isPlausibleEmail(address)).toBe(false);
});

test.each([
  ['ada@gmial.com', 'ada@gmail.com'],
  ['ada@gmail.co', 'ada@gmail.com'],
  ['ada@gmail.cm', 'ada@gmail.com'],
  ['ada@GMAI.com', 'ada@gmail.com'],
  ['ada+crm@hotmial.com', 'ada+crm@hotmail.com'],
  ['ada@yaho.com', 'ada@yahoo.com'],
  ['ada@outlok.com', 'ada@outlook.com'],
])('%s most likely means %s', (address, meant) => {
  expect(suggestEmail(address)).toBe(meant);
});

test.each([
  'ada@gmail.com',
  'ada@GMAIL.COM',
  'ada@ymail.com',
  'ada@mail.com',
  'ada@yahoo.ca',
  'ada@yahoo.co.jp',
  'ada@hotmail.se',
  'ada@outlook.pt',
  'ada@example.com',
  'ada@gmx.at',
  `ada@${'x'.repeat(100)}.com`,
])('%s does not look mistyped', (address) => {
  expect(suggestEmail(address)).toBeUndefined();
});

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

test.each([
  ['Ada <ada@example.com>', 'ada@example.com'],
  ['<ada@example.com>', 'ada@example.com'],
  ['mailto:ada@example.com', 'ada@example.com'],
  ['"ada@example.com"', 'ada@example.com'],
  ['ada@example.com,', 'ada@example.com'],
  ['ada@example.com.', 'ada@example.com'],
  ['E-mail: ada@example.com', 'ada@example.com'],
  ['ada@example.com (work)', 'ada@example.com'],
  ['[ada@example.com](mailto:ada@example.com)', 'ada@example.com'],
  ["O'Brien <o.brien@example.com>", 'o.brien@example.com'],
  ['ada@example.com, grace@example.com', undefined],
  ['ada＠ｅxample。com', 'ada@example.com'],
  ['ada@example', undefined],
  ['ada@ example.com', undefined],
  ['ada(at)example.com', undefined],
  [`${'x'.repeat(500)} <ada@example.com>`, undefined],
])('invalid-email: in %s the address %s is suggested', (email, suggestion) => {
  const [issue] = validate({ email });
  expect(issue).toMatchObject({ code: 'invalid-email', suggestion });
  if (suggestion !== undefined)
    expect(issue && issueMessage(issue)).toContain(`Did you mean "${suggestion}"?`);
});

test.each(['ada@example.com, grace@example.com', 'ada@example.com;grace@example.com'])(
  'invalid-email: the message for %s says that there are several',
  (email) => {
    expect(validate({ email }).map(issueMessage)).toEqual([
      `A customer has one email address, but this has several: "${email}". Keep one of them.`,
    ]);
  },
);

test.each<[object, readonly string[]]>([
  [{ name: ' ada@example.com ' }, ['name-is-email']],
  [{ name: 'ada@example.com', email: 'ada@example.com' }, []],
  [{ name: 'ada@example.com', email: 5 }, ['wrong-type']],
  [{ name: 'Ada @ Example', userId: '1' }, []],
])('name-is-email: %j has %j', (customer, codes) => {
  expect(validateCustomer(readCustomer(customer), { now: 0 }).map(({ code }) => code)).toEqual(codes);
});
