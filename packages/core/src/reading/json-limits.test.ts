import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { afterToken, defaultJsonLimits, limitIssue } from './json-limits.ts';
import { readJsonText } from './json-text.ts';

test('a text within the limits has no issue', () => {
  expect(limitIssue('{"a": [1, {"b": 2}]}')).toBeUndefined();
});

test('a text over the limit of characters says how long it is', () => {
  expect(limitIssue('"12345"', { characters: 6 })).toEqual({
    code: 'too-large',
    severity: 'error',
    path: '',
    characters: 7,
    limit: 6,
  });
});

test('a text at the limit of characters is fine', () => {
  expect(limitIssue('"12345"', { characters: 7 })).toBeUndefined();
});

test('as many levels as the limit are fine', () => {
  expect(limitIssue('[[[]]]', { depth: 3 })).toBeUndefined();
});

test('one level more than the limit is too deep', () => {
  expect(limitIssue('[[[{}]]]', { depth: 3 })).toEqual({
    code: 'too-deep',
    severity: 'error',
    path: '',
    limit: 3,
  });
});

test('lists beside one another are no deeper than one', () => {
  expect(limitIssue(`[${'[],'.repeat(500)}[]]`)).toBeUndefined();
});

test.each(['"[[[["', '/* [[[[ */ 1', '// [[[[\n1', '{"[[[": "}}}"}'])(
  'brackets in texts and comments do not count: %s',
  (text) => {
    expect(limitIssue(text, { depth: 1 })).toBeUndefined();
  },
);

test.each(['[', '{"a":', '[},', '{]', '[}', '{"a":[}'])(
  '%s over and over is too deep, not a crash',
  (part) => {
    expect(readJsonText(part.repeat(20_000)).value).toBeUndefined();
  },
);

test('a closing bracket of the other kind does not make room for more levels', () => {
  expect(limitIssue('[},'.repeat(200))).toMatchObject({ code: 'too-deep', limit: defaultJsonLimits.depth });
});

test.each([
  ['"a{b"}', 5],
  [String.raw`"a\"b"}`, 6],
  ['"a\n}', 2],
  ['// {\n}', 4],
  ['/* { */}', 7],
  ['/* {', 4],
  ['/x', 1],
  ['{"a"', 1],
])('%j begins with a piece that ends at %i', (text, end) => {
  expect(afterToken(text, 0)).toBe(end);
});

/** Brackets outside of texts and comments, with where they stand. */
function brackets(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at = afterToken(text, at)) {
    if ('[]{}'.includes(text.charAt(at))) found.push(`${at}${text.charAt(at)}`);
  }
  return found;
}

/** The same, as the parser's own scanner has it. */
function scanned(text: string): string[] {
  const scanner = createScanner(text, true);
  const found: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset());
    if ('[]{}'.includes(first)) found.push(`${scanner.getTokenOffset()}${first}`);
  }
  return found;
}

test('in any text the same brackets count as for the parser', () => {
  const piece = fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '/',
    '*',
    '\n',
    '\r',
    'u',
    '0',
    'a',
    ' ',
    ',',
    ':',
    '-',
    '1',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(brackets(text)).toEqual(scanned(text));
    }),
    { numRuns: 2000 },
  );
});
