import { expect, test } from 'vitest';
import { readCustomer } from './read-customer.ts';

const text256 = 'x'.repeat(256);

test.each([
  ['{"name": ', 'customer', 'This value should be valid JSON.'],
  ['', 'customer', 'This value should be valid JSON.'],
  [String.raw`{"name": "\ud83d"}`, 'customer', 'This value should be valid JSON.'],
  [[], 'customer', 'This value should be of type object.'],
  [null, 'customer', 'This value should be of type object.'],
  ['"Ada"', 'customer', 'This value should be of type object.'],
  [{ name: 5 }, 'name', 'This value should be of type string.'],
  [{ userId: 1815 }, 'userId', 'This value should be of type string.'],
  [{ company: { name: 'Example Inc.' } }, 'company', 'This value should be of type string.'],
  [{ email: 'ada@example' }, 'email', 'This value is not a valid email address.'],
  [{ email: 'ada lovelace@example.com' }, 'email', 'This value is not a valid email address.'],
  [{ firstSeen: 1603885746 }, 'firstSeen', 'This value should be of type string.'],
  [{ firstSeen: '2020-10-28' }, 'firstSeen', 'This value is not valid.'],
  [{ locale: 'xx' }, 'locale', 'This value is not a valid locale.'],
  [{ locale: 'pt-br' }, 'locale', 'This value is not a valid locale.'],
  [{ notes: text256 }, 'notes', 'This value is too long. It should have 255 characters or less.'],
  [{ tags: 'vip' }, 'tags', 'This value should be of type array.'],
  [{ tags: { name: 'vip' } }, 'tags', 'This value should be of type array.'],
  [{ tags: ['vip'] }, 'tags[0]', 'This value should be of type object.'],
  [{ tags: [{}] }, 'tags[0].name', 'This field is missing.'],
  [{ tags: [{ name: 'vip' }, { name: '' }] }, 'tags[1].name', 'This value should not be blank.'],
  [{ tags: [{ name: 5 }] }, 'tags[0].name', 'This value should be of type string.'],
  [{ tags: [{ name: 'vip', color: 5 }] }, 'tags[0].color', 'This value should be of type string.'],
  [{ customData: { plan: 'pro' } }, 'customData', 'This value should be of type array.'],
  [{ customData: [['plan', 'pro']] }, 'customData[0]', 'This value should be of type object.'],
  [{ customData: [{ value: 1 }] }, 'customData[0].property', 'This field is missing.'],
  [
    { customData: [{ property: ' ', value: 1 }] },
    'customData[0].property',
    'This value should not be blank.',
  ],
  [{ customData: [{ property: 'a' }] }, 'customData[0].value', 'This field is missing.'],
  [{ customData: [{ property: 'a', value: null }] }, 'customData[0].value', 'This field is missing.'],
  [
    { customData: [{ property: 'a', value: {} }] },
    'customData[0].value',
    'This value should be of type scalar.',
  ],
  ['{"customData": [{"property": "a", "value": 1e999}]}', 'customData[0].value', 'This value is not valid.'],
  [
    { customData: [{ property: 'a', value: text256 }] },
    'customData[0].value',
    'This value is too long. It should have 255 characters or less.',
  ],
])('readCustomer: refuses %j at %s', (body, code, message) => {
  const read = readCustomer(typeof body === 'string' ? body : JSON.stringify(body));
  expect(read).toEqual({ ok: false, errors: [{ code, message }] });
});

test.each([
  ['a plus sign in an email', { email: 'ada+kit@example.com' }],
  ['a punycode domain', { email: 'ada@xn--80ak6aa92e.com' }],
  ['a phone that is not a number', { phone: 'ask the front desk' }],
  ['a source that is not a URL', { source: 'a fair' }],
  ['255 characters of 2 UTF-16 units', { notes: '😀'.repeat(255) }],
  ['null in any field', { name: null, email: null, tags: null, customData: null }],
  ['an empty text', { email: '', locale: '' }],
  ['an unknown key', { nickname: 'Ada' }],
  ['fields that only responses have', { id: 7, lastSeen: '1603885746', blocked: true, location: null }],
  ['an invalid color', { tags: [{ name: 'vip', color: 'no color' }] }],
])('readCustomer: accepts %s', (_what, body) => {
  expect(readCustomer(JSON.stringify(body))).toMatchObject({ ok: true });
});

test.each([
  ['1603885746', 1_603_885_746],
  ['631152000', 631_152_000],
  ['0603885746', '0603885746'],
  ['12345', '12345'],
  ['16038857460', '16038857460'],
  [false, false],
  [0, 0],
])('readCustomer: stores the custom value %j as %j', (value, kept) => {
  const read = readCustomer(JSON.stringify({ customData: [{ property: 'a', value }] }));
  expect(read).toMatchObject({ ok: true, customer: { customData: { a: kept } } });
});

test('readCustomer: __proto__ is a property like any other', () => {
  const read = readCustomer('{"customData": [{"property": "__proto__", "value": "x"}]}');
  expect(read.ok && Object.entries(read.customer.customData ?? {})).toEqual([['__proto__', 'x']]);
});
