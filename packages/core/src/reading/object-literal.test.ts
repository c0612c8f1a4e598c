import { getNodeValue } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { readLooseText } from './loose-text.ts';
import { readObjectLiteral } from './object-literal.ts';

function literalValue(text: string): unknown {
  const literal = readObjectLiteral(text, 0);
  return literal && getNodeValue(literal.node);
}

/** What is computed in a literal, as it was written. */
function computedIn(text: string): string[] | undefined {
  return readObjectLiteral(text, 0)?.computed.map(({ offset, length }) =>
    text.slice(offset, offset + length),
  );
}

test.each([
  ["{ name: 'Ada', 'email': \"ada@example.com\", }", { name: 'Ada', email: 'ada@example.com' }],
  [
    '{ // first\n name: `Ada\nLovelace`, /* last */ tags: [{ name: "vip" },] }',
    { name: 'Ada\nLovelace', tags: [{ name: 'vip' }] },
  ],
  ['{ $ok_1: true, ключ: null, 7: -1.5e3 }', { $ok_1: true, ключ: null, 7: -1500 }],
  [
    String.raw`{ a: 'it\'s \x41\u0042\u{1F642}\
 on' }`,
    { a: "it's AB🙂 on" },
  ],
  ["{ name: 'Ada' as const, phone: undefined } satisfies Customer", { name: 'Ada' }],
  ["[{ name: 'Ada' }, { name: 'Bob' }];", [{ name: 'Ada' }, { name: 'Bob' }]],
])('readObjectLiteral: reads %s', (text, value) => {
  expect(literalValue(text)).toEqual(value);
  expect(computedIn(text)).toEqual([]);
});

test('readObjectLiteral: ends with its bracket, whatever is behind it', () => {
  const text = '{ a: 1 }\'t is prose, "unfinished';
  expect(readObjectLiteral(text, 0)?.node).toMatchObject({ offset: 0, length: 8 });
});

test.each([
  ["{ name: 'Ada', email: makeEmail('a', { b: 1 }) }", ["makeEmail('a', { b: 1 })"]],
  ['{ name, ...base, [key]: 1 }', ['name', '...base', '[key]: 1']],
  ["{ name: 'Ada ' + last, run() { return 1; }, }", ["'Ada ' + last", 'run() { return 1; }']],
  ['{ name: `Ada \x24{last}`, id: 0x10, n: 1_000, big: 10n }', ['`Ada \x24{last}`', '0x10', '1_000', '10n']],
  ['[first, { name: "Ada" }]', ['first']],
])('readObjectLiteral: names what is computed in %s', (text, computed) => {
  expect(computedIn(text)).toEqual(computed);
});

test.each([
  '{ foo(); }',
  '{ return x; }',
  '{ const a = 1; }',
  '{ name: string; email: string }',
  "{ name: 'Ada'",
  "{ name: 'Ada\n' }",
  '(a)',
  '{ "a": 1 "b": 2 }',
])('readObjectLiteral: is undefined for %s', (text) => {
  expect(literalValue(text)).toBeUndefined();
});

test('readLooseText: maps the paths of a literal to places in the text', () => {
  const text = "/* Ada */ { name: 'Ada', tags: [{ name: 'vip' }] } // end";
  const { value, rangeOf, pathAt, issues } = readLooseText(text);
  expect([value, issues]).toEqual([{ name: 'Ada', tags: [{ name: 'vip' }] }, []]);
  const { offset, length } = rangeOf('/tags/0/name');
  expect(text.slice(offset, offset + length)).toBe("'vip'");
  expect(pathAt(offset)).toBe('/tags/0/name');
});

test('readLooseText: reports what is wrong with the text as JSON where it is not a literal either', () => {
  for (const text of ["{ name: 'Ada' } and more", '{ name }', 'name', '']) {
    expect(readLooseText(text)).toMatchObject({ value: undefined, issues: [{ code: 'not-json' }] });
  }
});

test('readLooseText: reports keys that are used twice in a literal', () => {
  expect(readLooseText("{ name: 'Ada', name: 'Eve' }").issues).toMatchObject([{ code: 'duplicate-key' }]);
});

test('readObjectLiteral: a literal that is nested too deep is not read', () => {
  const text = `${'['.repeat(200)}${']'.repeat(200)}`;
  expect(readObjectLiteral(text, 0)?.computed).toHaveLength(1);
});
