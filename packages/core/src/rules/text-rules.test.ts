import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { hiddenMark } from '../customer/key-like-text.ts';
import { issueMessage } from './rules.ts';

test('an address without its scheme is advice that offers the whole', () => {
  expect(validate({ name: 'Ada', source: 'example.com/pricing?a=1' })).toEqual([
    {
      code: 'source-not-url',
      severity: 'advice',
      path: '/source',
      suggestion: 'https://example.com/pricing?a=1',
    },
  ]);
});

test.each([
  'Google',
  '/pricing',
  'ftp://example.com',
  'https://',
  'https://exa mple.com',
  'javascript:alert(1)',
])('source-not-url: %s has no suggestion', (source) => {
  expect(validate({ name: 'Ada', source })).toMatchObject([
    { code: 'source-not-url', suggestion: undefined },
  ]);
});

test.each(['call me', 'none', '+', 'мобільний'])('no-digits: the phone %j is advice', (phone) => {
  expect(codesOf({ name: 'Ada', phone })).toEqual(['no-digits']);
});

test.each(['+380 50 123 45 67', '1-800-FLOWERS', '٠١٢٣', 'ext. 5', ' '])('the phone %j passes', (phone) => {
  expect(codesOf({ name: 'Ada', phone })).toEqual([]);
});

test.each(['https://example.com', 'HTTP://example.com/a?b#c', ' https://пример.укр/ціни '])(
  '%j passes',
  (source) => {
    expect(codesOf({ name: 'Ada', source })).toEqual([]);
  },
);

test.each(['ftp://example.com', 'android-app://com.example', 'mailto:ada@example.com', 'file:///etc/hosts'])(
  'source-not-url: the message for %s does not claim that it is not a URL',
  (source) => {
    const [scheme] = source.split(/(?<=:)/);
    expect(validate({ name: 'Ada', source }).map(issueMessage)).toEqual([
      `This URL starts with "${scheme}", which is not a page of the web. Example: https://example.com/pricing`,
    ]);
  },
);

test.each(['notes', 'customData'])('256 characters of %s are advice', (key) => {
  const text = 'a'.repeat(256);
  const path = key === 'notes' ? '/notes' : '/customData/story';
  expect(validate({ name: 'Ada', [key]: key === 'notes' ? text : { story: text } })).toEqual([
    { code: 'long-text', severity: 'advice', path, characters: 256, limit: 255 },
  ]);
});

test('255 characters and the blanks around them pass', () => {
  expect(codesOf({ name: 'Ada', notes: ` ${'a'.repeat(255)} ` })).toEqual([]);
});

test('an emoji is one character', () => {
  expect(codesOf({ name: 'Ada', notes: '🎈'.repeat(255) })).toEqual([]);
});

test('a long name passes: nothing is known against it', () => {
  expect(codesOf({ name: 'a '.repeat(300) })).toEqual([]);
});

test.each([
  ['/name', { name: 'Ada \ud83d' }],
  ['/tags/0/name', { name: 'Ada', tags: [{ name: '\udc00' }] }],
  ['/customData/plan', { name: 'Ada', customData: { plan: '\ud83d!' } }],
  ['/customData/0/property', { name: 'Ada', customData: [{ property: '\ud83d', value: 1 }] }],
])('half a character at %s is an error', (path, customer) => {
  expect(validate(customer)).toEqual([{ code: 'lone-surrogate', severity: 'error', path }]);
});

test('a whole emoji passes', () => {
  expect(codesOf({ name: 'Ada 👩‍🚀' })).toEqual([]);
});

const key = 'k'.repeat(328);

test.each([
  ['/userId', { userId: key }],
  ['/tags/0/name', { name: 'Ada', tags: [{ name: key }] }],
  ['/customData/0/property', { name: 'Ada', customData: [{ property: key, value: 1 }] }],
])('what looks like a key at %s is advice, which does not repeat it', (path, customer) => {
  expect(validate(customer)).toEqual([{ code: 'key-like-text', severity: 'advice', path }]);
});

test('a little less than a key passes', () => {
  expect(codesOf({ userId: key.slice(1) })).toEqual([]);
});

test('hidden-text: text that was hidden is an error', () => {
  const notes = `see ${hiddenMark}`;
  expect(validate({ name: 'Ada', email: 'ada@example.com', notes })).toEqual([
    { code: 'hidden-text', severity: 'error', path: '/notes' },
  ]);
});

test('hidden-text: the word "hidden" alone passes', () => {
  expect(codesOf({ name: 'Ada', notes: 'hidden' })).toEqual([]);
});
