import { expect, test } from 'vitest';
import { cleanInput } from './edit-line.ts';

const oneLine = { lines: false };
const manyLines = { lines: true };

test('ordinary text of any script stays as it is', () => {
  const text = 'Ada Лавлейс 漢字 👩‍👩‍👧 e\u0301 नि 🇺🇦';
  expect(cleanInput(text, oneLine)).toEqual({ text, stripped: false });
});

test('on one line, line breaks and tabs become spaces, and nothing is reported as lost', () => {
  expect(cleanInput('a\r\nb\rc\n\nd\te\u2028f', oneLine)).toEqual({ text: 'a b c d e f', stripped: false });
});

test('where lines are wanted, every kind of line break becomes the same one', () => {
  expect(cleanInput('a\r\nb\rc\n\nd\u2029e', manyLines).text).toBe('a\nb\nc\n\nd\ne');
});

test.each([
  ['color', 'a\u001b[31mb\u001b[0m', 'ab'],
  ['a link', '\u001b]8;;https://example.com\u0007a\u001b]8;;\u0007', 'a'],
  ['a bell and a backspace', 'a\u0007\bb', 'ab'],
  ['a C1 control', 'a\u009b31mb', 'ab'],
  ['a turn of the direction', 'a\u202eb\u2066c\u200f', 'abc'],
])('%s is taken out, and it is reported', (_name, text, clean) => {
  expect(cleanInput(text, oneLine)).toEqual({ text: clean, stripped: true });
});
