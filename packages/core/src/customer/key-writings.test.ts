import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { hideKeys } from './key-like-text.ts';
import { keyWritings } from './key-writings.ts';

const key = 'aB3+/="quoted"&0123456789';

test.each([
  ['as it is', key],
  ['in a URL', encodeURIComponent(key)],
  ['in JSON', JSON.stringify(key)],
  ['in JSON as PHP writes it', JSON.stringify(key).replaceAll('/', '\\/')],
  ['in JSON within JSON', JSON.stringify(JSON.stringify(key))],
  ['in a page', key.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['in hex', Buffer.from(key).toString('hex')],
  ['in base64', btoa(key)],
  ['in base64 behind a user', btoa(`u:${key}`)],
  ['in base64 behind its scheme', btoa(`Bearer ${key} and more`)],
  ['in base64 for URLs', Buffer.from(key).toString('base64url')],
])('a key %s is hidden', (_how, text) => {
  const hidden = hideKeys(`before ${text} after`, [key]);
  expect(hidden).toMatch(/^before .*\[hidden\].* after$/);
  // Neither half of it can be read back.
  const digits = text.replaceAll(/["=]/g, '');
  expect([hidden.includes(digits.slice(4, 16)), hidden.includes(digits.slice(-16, -4))]).toEqual([
    false,
    false,
  ]);
});

test('a short secret is hidden as it is alone', () => {
  expect(keyWritings('ab')).toEqual(['ab']);
});

test('no secret has no writings', () => {
  expect(keyWritings('')).toEqual([]);
});
