import { expect, test } from 'vitest';
import { count, formatDate, oneLine, quote } from './format.ts';

test.each([
  ['plain', 'plain'],
  ['  two\n lines\t ', 'two lines'],
  ['next\u0085line\u2028and\u2029paragraph', 'next line and paragraph'],
  ['\u001b[31mred\u001b[0m', '[31mred [0m'],
  ['\u202eturned', 'turned'],
  ['half \ud83d', 'half \ufffd'],
  ['👩‍🚀', '👩‍🚀'],
  ['', ''],
])('%j becomes %j', (text, line) => {
  expect(oneLine(text, 40)).toBe(line);
});

test('what looks like a key is hidden before anything is cut', () => {
  expect(oneLine(`my key ${'k'.repeat(328)}`, 40)).toBe('my key [hidden]');
});

test('a text as long as may be is whole', () => {
  expect(oneLine('👩‍🚀'.repeat(5), 5)).toBe('👩‍🚀'.repeat(5));
});

test('a longer one is cut by whole characters', () => {
  expect(oneLine('👩‍🚀'.repeat(6), 5)).toBe(`${'👩‍🚀'.repeat(5)}…`);
});

test('oneLine: cuts one character of very many units', () => {
  expect(oneLine(`a${'\u0301'.repeat(10_000)}`, 5).length).toBeLessThan(50);
});

test('millions of characters are cut in a moment', () => {
  expect(oneLine(' x'.repeat(2_000_000), 5)).toBe('x x x…');
});

test.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [2, '2 seconds'],
])('%i is "%s"', (number, text) => {
  expect(count(number, 'second')).toBe(text);
});

test.each([
  [0, '1970-01-01 00:00:00 UTC'],
  [1603885746, '2020-10-28 11:49:06 UTC'],
  [99_999_999_999, '5138-11-16 09:46:39 UTC'],
])('%i is %s', (seconds, text) => {
  expect(formatDate(seconds)).toBe(text);
});

test('a short text is quoted whole', () => {
  expect(quote(' a\nb ')).toBe('"a b"');
});

test('a long text is cut within its quotes', () => {
  expect(quote('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
});
