import { expect, test } from 'vitest';
import { isPlausibleEmail, suggestEmail } from './email-address.ts';

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
