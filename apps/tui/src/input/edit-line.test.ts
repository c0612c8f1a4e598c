import { expect, test } from 'vitest';
import type { InputEvent } from './decode-input.ts';
import { cleanInput, editLine, type Line, lineOf } from './edit-line.ts';
import { intentAt } from './intent.ts';

/** A line with its caret at the bar. */
function at(marked: string): Line {
  const caret = marked.indexOf('|');
  return { ...lineOf(marked.replace('|', '')), caret };
}

/** The line after the keys, with a bar for the caret. Keys by name; anything in quotes is typed. */
function after(line: Line | string, ...keys: readonly (string | InputEvent)[]): string {
  const edited = keys.map(toEvent).reduce(edit, typeof line === 'string' ? at(line) : line);
  return `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`;
}

function toEvent(key: string | InputEvent): InputEvent {
  if (typeof key !== 'string') return key;
  const typed = /^"(?<text>.*)"$/su.exec(key)?.groups?.['text'];
  return typed === undefined ? { kind: 'key', name: key } : { kind: 'text', text: typed };
}

function edit(line: Line, event: InputEvent): Line {
  return editLine(line, intentAt('line', event), { lines: false }) ?? line;
}

test('text goes in at the caret', () => {
  expect(after('ab|cd', '"XY"')).toBe('abXY|cd');
});

test.each([
  ['left', 'ab|c', 'a|bc'],
  ['ctrl+b', 'ab|c', 'a|bc'],
  ['right', 'a|bc', 'ab|c'],
  ['ctrl+f', 'a|bc', 'ab|c'],
  ['home', 'ab|c', '|abc'],
  ['ctrl+a', 'ab|c', '|abc'],
  ['end', 'a|bc', 'abc|'],
  ['ctrl+e', 'a|bc', 'abc|'],
  ['left', '|abc', '|abc'],
  ['right', 'abc|', 'abc|'],
  ['alt+b', 'one two|', 'one |two'],
  ['alt+b', 'one two, |', 'one |two, '],
  ['ctrl+left', 'one tw|o', 'one |two'],
  ['alt+left', '  |one', '|  one'],
  ['alt+f', '|one two', 'one| two'],
  ['ctrl+right', 'one|, two', 'one, two|'],
  ['alt+right', 'o|ne', 'one|'],
])('%s moves from %s to %s', (key, from, to) => {
  expect(after(from, key)).toBe(to);
});

test.each([
  ['backspace', 'ab|c', 'a|c'],
  ['backspace', '|abc', '|abc'],
  ['delete', 'a|bc', 'a|c'],
  ['ctrl+d', 'a|bc', 'a|c'],
  ['delete', 'abc|', 'abc|'],
  ['ctrl+w', 'one two|', 'one |'],
  ['ctrl+w', 'ada@example.com|', 'ada@|'],
  ['alt+backspace', 'one two | three', 'one | three'],
  ['alt+d', 'one| two three', 'one| three'],
  ['ctrl+u', 'one |two', '|two'],
  ['ctrl+k', 'one |two', 'one |'],
])('%s turns %s into %s', (key, from, to) => {
  expect(after(from, key)).toBe(to);
});

test.each([
  ['a family of four', '👩‍👩‍👧‍👦'],
  ['a flag', '🇺🇦'],
  ['an emoji with a skin color', '👍🏽'],
  ['a letter with a combining mark', 'e\u0301'],
  ['a character outside the first plane', '𠮷'],
  ['a Devanagari syllable', 'नि'],
])('%s is one step, and one Backspace', (_name, grapheme) => {
  expect(after(`a${grapheme}|b`, 'left')).toBe(`a|${grapheme}b`);
  expect(after(`a|${grapheme}b`, 'right')).toBe(`a${grapheme}|b`);
  expect(after(`a${grapheme}|b`, 'backspace')).toBe('a|b');
  expect(after(`a|${grapheme}b`, 'delete')).toBe('a|b');
});

test('words of scripts without blanks are found, too', () => {
  expect(after('こんにちは世界|', 'alt+b')).toBe('こんにちは|世界');
});

test('letters that become one take the caret along', () => {
  expect(after('🇺x|🇦', 'backspace')).toBe('🇺🇦|');
  expect(after('|\u0301', '"e"')).toBe('e\u0301|');
});

test('what was cut is put back, as often as wanted', () => {
  expect(after('one two|', 'ctrl+w', 'home', 'ctrl+y', 'ctrl+y')).toBe('twotwo|one ');
  expect(after('one|', 'ctrl+y')).toBe('one|');
  expect(after('|one', 'ctrl+k', 'ctrl+k', 'ctrl+y')).toBe('one|');
});

test('undo takes back typing in one go, and other changes one by one', () => {
  expect(after('|', '"a"', '"d"', '"a"', 'ctrl+_')).toBe('|');
  expect(after('|', '"ada"', 'backspace', 'backspace', 'ctrl+_')).toBe('ad|');
  expect(after('|', '"one "', 'left', 'right', '"two"', 'ctrl+_')).toBe('one |');
  expect(after('one two|', 'ctrl+u', 'ctrl+_')).toBe('one two|');
  expect(after('one|', 'ctrl+_')).toBe('one|');
});

test('undo brings the caret back to where it was', () => {
  expect(after('ab|cd', '"X"', 'end', 'ctrl+_')).toBe('ab|cd');
});

test('what was undone is done again, until something else is done', () => {
  expect(after('|', '"ada"', 'ctrl+_', 'alt+r')).toBe('ada|');
  expect(after('a b|', 'ctrl+w', 'ctrl+w', 'ctrl+_', 'ctrl+_', 'alt+_', 'alt+_', 'alt+_')).toBe('|');
  expect(after('|', '"ada"', 'ctrl+_', '"x"', 'alt+r')).toBe('x|');
});

test('a paste is one step, its line breaks blanks', () => {
  const paste: InputEvent = { kind: 'paste', text: 'one\r\ntwo\n\n\tthree' };
  expect(after('a|b', paste)).toBe('aone two  three|b');
  expect(after('a|b', '"x"', paste, 'ctrl+_')).toBe('ax|b');
});

test('where lines are wanted, a paste keeps its own, and Alt+Enter makes one', () => {
  const paste: InputEvent = { kind: 'paste', text: 'one\r\ntwo' };
  const pasted = editLine(lineOf(''), intentAt('line', paste), { lines: true }) ?? lineOf('');
  expect(pasted.text).toBe('one\ntwo');
  expect(editLine(pasted, intentAt('box', { kind: 'key', name: 'alt+enter' }), { lines: true })?.text).toBe(
    'one\ntwo\n',
  );
});

test('what would draw something that is not there never gets into the text', () => {
  const paste: InputEvent = { kind: 'paste', text: '\u001b[31mred\u001b[0m \u202egnp.exe\u0007' };
  expect(after('|', paste)).toBe('red gnp.exe|');
});

test.each([
  'enter',
  'tab',
  'escape',
  'up',
  'ctrl+c',
  'alt+enter',
  'f1',
  'alt+x',
  'ctrl+left+x',
  'constructor',
])('%s means nothing to a line', (name) => {
  expect(editLine(lineOf('a'), intentAt('line', { kind: 'key', name }), { lines: false })).toBeUndefined();
});

test('100 steps can be undone, and no more are kept', () => {
  let line = lineOf('');
  for (let step = 0; step < 150; step += 1) line = edit(line, { kind: 'paste', text: 'x' });
  for (let step = 0; step < 150; step += 1) line = edit(line, { kind: 'key', name: 'ctrl+_' });
  expect(line.text).toBe('x'.repeat(50));
});

test('a line of 100,000 characters is edited like any other', () => {
  const long = `${'word '.repeat(20_000)}end`;
  expect(after(lineOf(long), 'left', 'backspace', 'alt+b', 'ctrl+k')).toBe(`${'word '.repeat(20_000)}|`);
});

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
