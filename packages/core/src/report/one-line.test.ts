import { expect, test } from 'vitest';
import { oneLine } from './one-line.ts';

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

test('one character of very many units is cut all the same', () => {
  expect(oneLine(`a${'\u0301'.repeat(10_000)}`, 5).length).toBeLessThan(50);
});

test('millions of characters are cut in a moment', () => {
  expect(oneLine(' x'.repeat(2_000_000), 5)).toBe('x x x…');
});
