import { expect, test } from 'vitest';
import { findKey, makeApiKey } from './api-keys.ts';

const key = makeApiKey(2);
const part = key.slice(100, 130);

test.each([
  ['as it is', part],
  ['16 characters of it', key.slice(-16)],
  ['in JSON as PHP writes it', JSON.stringify(part).replaceAll('/', '\\/')],
  ['in a URL', encodeURIComponent(part)],
  ['by numbers', [...part].map((character) => `&#${character.charCodeAt(0)};`).join('')],
  ['spaced', [...part].join(' ')],
  ['wrapped in a box', part.replaceAll(/.{9}/g, '$& │\n│ ')],
  ['between colors', part.replaceAll(/.{5}/g, '$&\u001b[31m')],
  ['in hex', Buffer.from(key).toString('hex')],
  ['in base64', btoa(key)],
])('findKey: a key %s is found', (_how, text) => {
  expect(findKey(key, `before ${text} after`)).toBeDefined();
});

test('findKey: fewer than 16 characters are not a key, and a short key is found as a whole', () => {
  expect(findKey(key, `${key.slice(0, 15)} ${key.slice(50, 65)}`)).toBeUndefined();
  expect(findKey('k8Zq41Lx', 'k8Zq41L')).toBeUndefined();
  expect(findKey('k8Zq41Lx', 'a k8Zq41Lx b')).toBeDefined();
});
