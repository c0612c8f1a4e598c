import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ApiKey } from './api-key.ts';

function revealed(reading: ReturnType<typeof ApiKey.read>): string {
  return reading.ok ? reading.key.reveal() : reading.issue;
}

test.each([
  ['aB3+/=-', 'aB3+/=-'],
  [' aB3\n', 'aB3'],
  [undefined, 'missing'],
  ['', 'missing'],
  [' \t', 'missing'],
  ['<aB3>', 'aB3'],
  ['aB3>', 'angle-brackets'],
  ['aB3 cD4', 'blank-inside'],
  ['aB3\ncD4', 'line-break-inside'],
  ['aB3\r\ncD4', 'line-break-inside'],
  ['aB3ü', 'not-ascii'],
  ['aB3\u0007cD4', 'invisible-character'],
  ['aB3\u200bcD4', 'invisible-character'],
  ['aB3\ufeffcD4', 'blank-inside'],
  ['\ufeffaB3\r\n', 'aB3'],
  ['\u200baB3\u200b\u0007', 'aB3'],
])('%j is read as %s', (text, expected) => {
  expect(revealed(ApiKey.read(text))).toBe(expected);
});

test.each([
  'aB3',
  ' aB3 ',
  'Bearer aB3',
  'bearer   aB3',
  'Authorization: Bearer aB3',
  'authorization:Bearer <aB3>',
  '<aB3>',
  '"aB3"',
  "'Authorization: Bearer aB3'",
  'Authorization: Bearer "aB3"',
  '"<aB3>"',
  'HELPCRUNCH_API_KEY="aB3"',
  'export HELPCRUNCH_API_KEY=aB3',
])('%j is pasted as aB3', (text) => {
  expect(revealed(ApiKey.read(text))).toBe('aB3');
});

test.each(['', '<>', '""', 'Bearer', 'Authorization:', 'Authorization: Bearer', "'Bearer <>'"])(
  '%j holds no key',
  (text) => {
    expect(revealed(ApiKey.read(text))).toBe('missing');
  },
);

test('a key that merely begins like the scheme is left alone', () => {
  expect(revealed(ApiKey.read('bearer-of-news'))).toBe('bearer-of-news');
});

test.each<[string, (key: ApiKey) => string]>([
  ['inspected', (key) => inspect(key, { depth: Number.POSITIVE_INFINITY, showHidden: true })],
  ['serialized', (key) => JSON.stringify({ key })],
  ['put into a text', (key) => `${key}`],
  ['listed by its properties', (key) => JSON.stringify(Object.getOwnPropertyNames(key))],
])('a key that is %s does not show itself', (_how, show) => {
  const reading = ApiKey.read('aB3-secret');
  expect(reading.ok && show(reading.key)).not.toContain('secret');
});

test('a long text of brackets is not a key, and costs no time', () => {
  const text = '<'.repeat(100_000) + '>'.repeat(100_000);
  expect(ApiKey.read(text)).toEqual({ ok: false, issue: 'angle-brackets' });
});
