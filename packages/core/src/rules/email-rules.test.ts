import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { issueMessage } from './rules.ts';

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
