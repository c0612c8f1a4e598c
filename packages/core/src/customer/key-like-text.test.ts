import { makeApiKey } from '@helpcrunch-customer-kit/testing/api-keys';
import { expect, test } from 'vitest';
import { containsKeyLikeText } from './key-like-text.ts';

const key = makeApiKey(1);

test.each([
  ['a key', key],
  ['200 characters of a key', key.slice(0, 200)],
  ['a key of one letter', 'k'.repeat(328)],
  ['a key within a sentence', `the key is ${key}, keep it`],
  ['a key behind a URL', `https://api.helpcrunch.com/v1 ${key}`],
  ['a key behind its name', `key=${key}`],
  ['something longer than a key', `${key}abc`],
  ['a key as the name of a field, in a JSON Pointer', `/customData/${key.replace(/.{40}/g, '$&~1')}`],
  ['an Authorization header', 'Authorization: Bearer abcdef0123456789'],
  ['an Authorization header with a short token', "-H 'Authorization: Bearer abcdefgh'"],
  ['an option of curl', 'curl --oauth2-bearer abcdefgh'],
  ['a header with the brackets of the documentation', 'bearer <abcdef0123456789>'],
])('containsKeyLikeText: %s looks like a key', (_what, text) => {
  expect(containsKeyLikeText(text)).toBe(true);
});

const uuid = '550e8400-e29b-41d4-a716-446655440000';

test.each([
  ['199 characters of a key', key.slice(0, 199)],
  ['a long text with blanks', 'long words '.repeat(100)],
  ['a bearer of news', 'The bearer of good news'],
  ['a header that names a variable', 'Authorization: Bearer $HELPCRUNCH_API_KEY'],
  ['a line of dashes', '-'.repeat(400)],
  ['327 times a letter', 'k'.repeat(327)],
  ['a URL with a long path', `https://shop.example/${'catalog/summer-sale/item42/'.repeat(16)}`],
  ['a long path', `/srv/exports/${'customers/2026/Northern-Europe/monthly_report/'.repeat(10)}`],
  ['a Windows path', `C:\\Users\\ada\\${'Documents\\Exports\\HelpCrunch\\'.repeat(12)}`],
  ['a long slug', 'the-quick-brown-fox-jumps-over-the-lazy-dog-'.repeat(8)],
  ['words joined by capitals', 'theQuickBrownFoxJumpsOver/TheLazyDogAndRunsAway/'.repeat(8)],
  [
    'a path of UUIDs',
    `/users/${uuid}/orders/${uuid}/items/${uuid}/lines/${uuid}/notes/${uuid}/parts/${uuid}`,
  ],
  ['escaped text in another script', encodeURIComponent('Лавлейс'.repeat(20))],
  ['a URL with a signature', `https://cdn.example/file?signature=${key}`],
  ['nothing', ''],
])('containsKeyLikeText: %s does not look like a key', (_what, text) => {
  expect(containsKeyLikeText(text)).toBe(false);
});

test('containsKeyLikeText: a source of 440 characters with a long path stays (case 19)', () => {
  const source = `https://shop.example/${'campaigns/spring-launch/landing/'.repeat(13)}x=1`;
  expect(source.length).toBe(440);
  expect(containsKeyLikeText(source)).toBe(false);
});

test('containsKeyLikeText: random keys of every seed look like one', () => {
  const unseen = Array.from({ length: 500 }, (_, seed) => seed).filter(
    (seed) => !containsKeyLikeText(makeApiKey(seed)),
  );
  expect(unseen).toEqual([]);
});

test('containsKeyLikeText: asking twice gives the same answer', () => {
  expect([containsKeyLikeText(key), containsKeyLikeText(key)]).toEqual([true, true]);
});
