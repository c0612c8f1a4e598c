import { expect, test } from 'vitest';
import { readJsonText } from './json-text.ts';

function written(text: string, path: string, part?: 'key' | 'value'): string {
  const { offset, length } = readJsonText(text).rangeOf(path, part);
  return text.slice(offset, offset + length);
}

test('plain JSON is read without issues', () => {
  expect(readJsonText('{"a": [1, true, null, "x"]}')).toMatchObject({
    value: { a: [1, true, null, 'x'] },
    issues: [],
  });
});

test.each([
  ['a byte-order mark', '\uFEFF{"a": 1}'],
  ['CRLF', '{\r\n"a": 1\r\n}\r\n'],
  ['a line comment', '{ // first\n"a": 1}'],
  ['a block comment', '{"a": /* one */ 1}'],
  ['a trailing comma', '{"a": 1,}'],
])('%s is fine', (_what, text) => {
  expect(readJsonText(text)).toMatchObject({ value: { a: 1 }, issues: [] });
});

test.each([
  ['{"a": 1', { offset: 7, length: 0, parserCode: 'CloseBraceExpected' }],
  ["{'a': 1}", { offset: 1, length: 3, parserCode: 'InvalidSymbol' }],
  ['{"a" 1}', { offset: 5, length: 1, parserCode: 'ColonExpected' }],
  ['{} {}', { offset: 3, length: 1, parserCode: 'EndOfFileExpected' }],
  ['{"a": "x', { offset: 6, length: 2, parserCode: 'UnexpectedEndOfString' }],
  ['undefined', { offset: 0, length: 9, parserCode: 'InvalidSymbol' }],
])('%s is not JSON, and the place is named', (text, facts) => {
  expect(readJsonText(text).issues).toMatchObject([
    { code: 'not-json', severity: 'error', path: '', ...facts },
  ]);
});

test.each(['', '   ', '// nothing', '\uFEFF'])('%j holds no value', (text) => {
  expect(readJsonText(text)).toMatchObject({ value: undefined, issues: [{ code: 'not-json' }] });
});

test('the place of what is not JSON lies within the text', () => {
  expect(readJsonText('{/*').rangeOf('')).toEqual({ offset: 0, length: 3 });
});

test('what is not JSON has no value, and still a way to its places', () => {
  expect(written('{"email": "ada@example.com", "name": }', '/email')).toBe('"ada@example.com"');
});

test('a key written twice is an error where it stands', () => {
  expect(readJsonText('{"a": 1, "b": {"c": 1, "c": 2}}').issues).toEqual([
    { code: 'duplicate-key', severity: 'error', path: '/b/c', key: 'c' },
  ]);
});

test('the same key in two objects is none written twice', () => {
  expect(readJsonText('[{"a": 1}, {"a": 1}]').issues).toEqual([]);
});

test('the path of a key written twice leads to the later one, whose value is kept', () => {
  const text = '{"a": 1, "a": 2}';
  expect([readJsonText(text).value, written(text, '/a')]).toEqual([{ a: 2 }, '2']);
});

test('a number that is rounded is an error, as it was written and as it is stored', () => {
  expect(readJsonText('{"a": [12345678901234567890]}').issues).toEqual([
    {
      code: 'inexact-number',
      severity: 'error',
      path: '/a/0',
      written: '12345678901234567890',
      stored: '12345678901234567000',
    },
  ]);
});

test('a __proto__ key is a key like any other and changes no prototype', () => {
  const { value } = readJsonText('{"__proto__": {"name": "x"}}');
  expect([Object.keys(Object(value)), Object.getPrototypeOf(value)]).toEqual([
    ['__proto__'],
    Object.prototype,
  ]);
});

test.each([
  ['/name', '"Ada"'],
  ['/tags', '[{"name": "🎈", "color": "red"}]'],
  ['/tags/0/color', '"red"'],
  ['/tags/0', '{"name": "🎈", "color": "red"}'],
])('%s leads to its value, emoji before it counted', (path, value) => {
  expect(written('{"emoji": "👩‍🚀", "name": "Ada", "tags": [{"name": "🎈", "color": "red"}]}', path)).toBe(
    value,
  );
});

test('a path with part key leads to the key', () => {
  expect(written('{"a/b": {"c": 1}}', '/a~1b/c', 'key')).toBe('"c"');
});

test('an entry of a list has no key: its value is named', () => {
  expect(written('[1, 2]', '/1', 'key')).toBe('2');
});

test.each(['/tags/7', '/tags/x', '/tags/-1', '/tags/0.5'])(
  '%s leads to the list that does not have it',
  (path) => {
    expect(written('{"tags": [1]}', path)).toBe('[1]');
  },
);

test('the empty path is the whole value', () => {
  expect(written('  {"a": 1}  ', '')).toBe('{"a": 1}');
});

test('a byte-order mark counts as the character that it is', () => {
  expect(readJsonText('\uFEFF{"a": 1}').rangeOf('/a')).toEqual({ offset: 7, length: 1 });
});

test('text over a limit is one range', () => {
  expect(readJsonText('[[1]]', { depth: 1 }).rangeOf('/0')).toEqual({ offset: 0, length: 5 });
});

test.each([
  [2, '/name'],
  [10, '/name'],
  [26, '/tags/0/name'],
  [0, ''],
  [999, ''],
  [-1, ''],
])('at offset %i stands %j', (offset, path) => {
  expect(readJsonText('{"name": "Ada", "tags": [{"name": "vip"}]}').pathAt(offset)).toBe(path);
});

test('rangeOf, pathAt: return the whole of text that is not JSON', () => {
  expect(readJsonText('').pathAt(0)).toBe('');
});

test('broken text has a tree of what is there', () => {
  expect(readJsonText('{"name": "Ada", ').tree?.children).toHaveLength(1);
  expect(readJsonText('['.repeat(200)).tree).toBeUndefined();
});

test.each([1, 100])('of a key written twice the later one is found among %i others', (others) => {
  const rest = Array.from({ length: others }, (_, index) => `"k${index}":0`).join();
  const text = `{"a":1,${rest},"a":[2]}`;
  const json = readJsonText(text);
  expect([json.rangeOf('/a').offset, json.rangeOf('/a/0').offset]).toEqual([
    text.indexOf('[2]'),
    text.indexOf('2]'),
  ]);
});

test('twenty thousand places in one object are found in a moment', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}`);
  const json = readJsonText(`{${keys.map((key) => `"${key}":1`).join()}}`);
  expect(keys.every((key) => json.rangeOf(`/${key}`).length === 1)).toBe(true);
});
