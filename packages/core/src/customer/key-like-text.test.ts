import { expect, test } from 'vitest';
import { containsKeyLikeText, hideKeys } from './key-like-text.ts';

const key = 'aB3+/='.repeat(55).slice(0, 328);

test.each([
  ['a key', key],
  ['a key within a sentence', `the key is ${key}, keep it`],
  ['something longer than a key', `${key}abc`],
  ['an Authorization header', 'Authorization: Bearer abcdef0123456789'],
  ['a header with the brackets of the documentation', 'bearer <abcdef0123456789>'],
])('%s looks like a key', (_what, text) => {
  expect(containsKeyLikeText(text)).toBe(true);
});

test.each([
  ['one character less than a key', key.slice(1)],
  ['a long text with blanks', 'long words '.repeat(100)],
  ['a bearer of news', 'The bearer of good news'],
  ['a line of dashes', '-'.repeat(400)],
  ['nothing', ''],
])('%s does not look like a key', (_what, text) => {
  expect(containsKeyLikeText(text)).toBe(false);
});

test('asking twice gives the same answer', () => {
  expect([containsKeyLikeText(key), containsKeyLikeText(key)]).toEqual([true, true]);
});

test('what looks like a key is hidden and the rest stays', () => {
  expect(hideKeys(`before ${key} after`)).toBe('before [hidden] after');
});

test('the scheme of a header stays readable', () => {
  expect(hideKeys('Bearer <abcdef0123456789> sent')).toBe('Bearer [hidden] sent');
});

test('a secret is hidden wherever it stands, however short it is', () => {
  expect(hideKeys('k-1 and k-1', ['k-1'])).toBe('[hidden] and [hidden]');
});

test('a secret that holds another is hidden whole', () => {
  expect(hideKeys('key abcdef', ['abc', 'abcdef'])).toBe('key [hidden]');
});

test('a replacement pattern in a text stays as it is', () => {
  expect(hideKeys("$& $1 secret $'", ['secret'])).toBe("$& $1 [hidden] $'");
});

test('an empty secret hides nothing', () => {
  expect(hideKeys('text', [''])).toBe('text');
});

test('hideKeys: keeps "bearer of news"', () => {
  const text = 'The bearer responsibilities are great, says Bearer International-Logistics.';
  expect(containsKeyLikeText(text)).toBe(false);
  expect(hideKeys(text)).toBe(text);
});

test.each<[string, (text: string) => string]>([
  ['as PHP writes JSON', (text) => text.replaceAll('/', '\\/')],
  ['as .NET writes JSON', (text) => text.replaceAll('+', '\\u002B').replaceAll('=', '\\u003D')],
  ['in a URL', encodeURIComponent],
])('a key %s is hidden, known or not', (_where, write) => {
  const short = 'aB3+/=cD4+/=eF5';
  const shown = [
    hideKeys(`"${write(key)}"`),
    hideKeys(`"${write(short)}"`, [short]),
    hideKeys(`"Bearer ${write(short)}"`),
  ];
  expect(shown).toEqual(['"[hidden]"', '"[hidden]"', '"Bearer [hidden]"']);
});

test('JSON stays JSON when a key in it is hidden', () => {
  const note = `"Bearer ${key.slice(0, 40)}" and "${key}"\\`;
  const text = JSON.stringify({ note });
  expect(JSON.parse(hideKeys(text))).toEqual({ note: '"Bearer [hidden]" and "[hidden]"\\' });
});

test('four million characters without a blank are searched in a moment', () => {
  expect(hideKeys('x'.repeat(4_000_000))).toBe('[hidden]');
  expect(hideKeys('\\'.repeat(4_000_000))).toHaveLength(4_000_000);
  expect(hideKeys(`${'\\'.repeat(4_000_000)}x`)).toBe('[hidden]');
});
