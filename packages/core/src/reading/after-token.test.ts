import fc from 'fast-check';
import { createScanner } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { afterToken } from './json-limits.ts';

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
