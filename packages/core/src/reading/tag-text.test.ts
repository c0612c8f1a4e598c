import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cssColorNames } from '../rules/css-color.ts';
import { readTag, splitTags, tagText } from './tag-text.ts';

test.each([
  ['vip', { name: 'vip' }],
  ['vip #ff0000', { name: 'vip', color: '#ff0000' }],
  ['  big   spender  teal ', { name: 'big spender', color: 'teal' }],
  ['vip rgb(255 0 0)', { name: 'vip', color: 'rgb(255 0 0)' }],
  ['vip rgb(255, 0, 0)', { name: 'vip', color: 'rgb(255, 0, 0)' }],
  ['red', { name: 'red' }],
  ['red red', { name: 'red', color: 'red' }],
  ['vip #ggg', { name: 'vip #ggg' }],
  ['"code red"', { name: 'code red' }],
  ['"code red" teal', { name: 'code red', color: 'teal' }],
  ['"a, b"', { name: 'a, b' }],
  ['12" pipe', { name: '12" pipe' }],
  ['issue #123', { name: 'issue #123' }],
  ['order #1234', { name: 'order #1234' }],
  ['"issue" #123', { name: 'issue', color: '#123' }],
  ['vip #12345678', { name: 'vip', color: '#12345678' }],
  ['Mr Gray', { name: 'Mr', color: 'Gray' }],
])('%j is read as %j', (text, tag) => {
  expect(readTag(text)).toEqual(tag);
});

test.each([
  ['Mr Gray', { name: 'Mr Gray' }],
  ['issue #123', { name: 'issue #123' }],
  ['vip #ff0000', { name: 'vip', color: '#ff0000' }],
  ['vip #f00', { name: 'vip', color: '#f00' }],
  ['vip rgb(255, 0, 0)', { name: 'vip', color: 'rgb(255, 0, 0)' }],
  ['"Mr" Gray', { name: 'Mr', color: 'Gray' }],
])('readTag: unambiguous colors only: %j is %j', (text, tag) => {
  expect(readTag(text, 'unambiguous')).toEqual(tag);
});

test('splitTags: another separator leaves commas alone', () => {
  expect(splitTags('a, b|"c|d"|e', '|')).toEqual(['a, b', '"c|d"', 'e']);
});

test.each([
  ['vip, beta', ['vip', ' beta']],
  ['vip,', ['vip', '']],
  ['beta rgb(1, 2, 3), vip', ['beta rgb(1, 2, 3)', ' vip']],
  ['beta rgb(1, 2', ['beta rgb(1, 2']],
  ['"a, b", c', ['"a, b"', ' c']],
  ['"a, b', ['"a, b']],
  ['12" pipe, 5" pipe', ['12" pipe', ' 5" pipe']],
  ['a), b', ['a)', ' b']],
])('%j is split into %j', (text, parts) => {
  expect(splitTags(text)).toEqual(parts);
});

test.each([
  [{ name: 'vip' }, 'vip'],
  [{ name: 'vip', color: 'teal' }, 'vip teal'],
  [{ name: 'code red' }, '"code red"'],
  [{ name: 'vip', color: 'no colour' }, '"vip" no colour'],
  [{ name: 'a, b' }, '"a, b"'],
])('%j is written as %s', (tag, text) => {
  expect(tagText(tag)).toBe(text);
});

test('readTag: blanks in quotes without an end take linear time', () => {
  const text = `"${' '.repeat(200_000)}"x`;
  expect(readTag(text).color).toBeUndefined();
});

test('a page that is pasted is one long name, or one name and its color', () => {
  const page = 'long '.repeat(20_000);
  expect(readTag(page)).toEqual({ name: page.trim() });
  expect(readTag(`${page}teal`)).toEqual({ name: page.trim(), color: 'teal' });
  expect(splitTags('"'.repeat(100_000))).toHaveLength(1);
});

test('a tag that is written is read as the same tag, and is one tag', () => {
  const name = fc.stringMatching(/^[a-z(),# é漢]+$/u).map((text) => `x${text}`);
  const color = fc.constantFrom(...cssColorNames, '#c377e0', 'rgb(1, 2, 3)', 'nocolour');
  const tag = fc.record({ name, color }, { requiredKeys: ['name'] });
  fc.assert(
    fc.property(tag, (tag) => {
      expect(readTag(tagText(tag))).toEqual(tag);
      expect(splitTags(tagText(tag))).toHaveLength(1);
    }),
  );
});
