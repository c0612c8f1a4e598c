import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { lineOf } from '../input/edit-line.ts';
import { boxView, caretInBox, fit, lineView, tableLines, windowOf, wrap, wrapLines } from './layout.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', '漢', '👩‍👩‍👧', '🇺🇦', 'e\u0301', '\u200d', '\u0301') }),
);
const width = fc.integer({ min: 4, max: 40 });

test('what fits stays as it is; what does not ends in an ellipsis', () => {
  expect(fit('twelve cells', 12)).toBe('twelve cells');
  expect(fit('twelve cells', 11)).toBe('twelve cel…');
});

test('a character of two cells is never cut in half', () => {
  expect(fit('漢字漢字', 6)).toBe('漢字…');
  expect(fit('a👩‍👩‍👧b', 3)).toBe('a…');
});

test('nothing is ever wider than there is room', () => {
  fc.assert(
    fc.property(text, width, (text, width) => {
      expect(stringWidth(fit(text, width))).toBeLessThanOrEqual(width);
    }),
  );
});

test('a short line is shown whole', () => {
  expect(windowOf('Ada', 1, 10)).toEqual({ text: 'Ada', column: 1 });
});

test('a long line scrolls so that its caret is in sight', () => {
  expect(windowOf('abcdefghij', 10, 5)).toEqual({ text: '…hij', column: 4 });
  expect(windowOf('abcdefghij', 0, 5)).toEqual({ text: 'abcd…', column: 0 });
  expect(windowOf('漢字漢字', 4, 5)).toEqual({ text: '…字', column: 3 });
});

test('a window is never wider than there is room, and the caret is always in it', () => {
  const place = fc.tuple(text, fc.nat(), width);
  fc.assert(
    fc.property(place, ([text, where, width]) => {
      const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      const boundaries = [...[...graphemes.segment(text)].map(({ index }) => index), text.length];
      const caret = boundaries[where % boundaries.length] ?? 0;
      const window = windowOf(text, caret, width);
      expect(stringWidth(window.text)).toBeLessThanOrEqual(width);
      expect(window.column).toBeLessThan(width);
      expect(window.column).toBeLessThanOrEqual(stringWidth(window.text));
      expect(text).toContain(window.text.replaceAll('…', ''));
    }),
  );
});

/** After moving, the text with a | where the caret is. */
function moved(written: string, way: 'up' | 'down', columns = 20): string {
  const caret = written.indexOf('|');
  const text = written.replace('|', '');
  const at = caretInBox({ ...lineOf(text), caret }, way, { columns, rows: 24 });
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

test.each([
  ['up', 'one\ntwo|', 'one|\ntwo'],
  ['up', 'one\n|\ntwo', '|one\n\ntwo'],
  ['up', 'a\nlong|', 'a|\nlong'],
  ['up', 'on|e', '|one'],
  ['down', 'on|e', 'one|'],
  ['down', 'on|e\n漢字', 'one\n漢|字'],
  // Each of these takes two rows: 14 cells are free.
  ['up', 'twelve cells and m|ore', 'twelv|e cells and more'],
  ['down', 'twe|lve cells and more', 'twelve cells and| more'],
  ['up', 'twelve cells and more\ntwelve cells|', 'twelve cells and more|\ntwelve cells'],
  ['down', '1234567890123|\ntwelve cells and more', '1234567890123\ntwelve cells| and more'],
] as const)('caretInBox: %s from %j', (way, from, to) => {
  expect(moved(from, way)).toBe(to);
});

test('boxView: says where rows are hidden', () => {
  const size = { columns: 20, rows: 24 };
  const at = (caret: number) =>
    boxView({ ...lineOf('1\n2\n3\n4'), caret }, { placeholder: '', size, height: 2 }).box;
  expect(at(0)).toMatchObject({ isCutAbove: false, isCutBelow: true });
  expect(at(4)).toMatchObject({ isCutAbove: true, isCutBelow: true });
  expect(at(7)).toMatchObject({ isCutAbove: true, isCutBelow: false });
});

test('a line of 100,000 characters is drawn from the few around its caret', () => {
  const long = 'x'.repeat(100_000);
  expect(windowOf(long, 50_000, 10)).toEqual({ text: `…${'x'.repeat(8)}…`, column: 8 });
  expect(fit(long, 10)).toBe(`${'x'.repeat(9)}…`);
});

test('lineView: shows a dot for each character that a terminal would obey', () => {
  const line = { ...lineOf('a\u001b[2J\u202eb'), caret: 7 };
  const { text } = lineView(line, { placeholder: '', size: { columns: 80, rows: 24 } });
  expect(text).toBe('a·[2J·b');
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 13, ['one two three']],
  ['a-very-long-word is', 6, ['a-very', '-long-', 'word', 'is']],
  ['漢字漢字 漢字', 5, ['漢字', '漢字', '漢字']],
  ['', 5, ['']],
])('%j in %i cells is %j', (text, width, rows) => {
  expect(wrap(text, width)).toEqual(rows);
});

test('tableLines: a table that is too wide has no columns, cuts no cell, and names its numbers', () => {
  const rows = [
    ['Run', 'Rows', 'Outcome', 'File'],
    ['k7q', '3,000', 'unfinished', '/home/ada/customers.csv'],
    ['a1b', '', 'completed', 'x.csv'],
  ];
  expect(tableLines(rows, 46)).toEqual([
    'k7q  3,000 rows  unfinished',
    '  /home/ada/customers.csv',
    'a1b  completed  x.csv',
  ]);
  expect(tableLines(rows, 47)[0]).toBe('Run  Rows   Outcome     File');
});

test('no row is too wide, and not a letter is lost', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '漢', '👩‍👩‍👧', 'e\u0301', '.'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const rows = wrap(text, width);
      for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width);
      // What is drawn may be composed; it looks the same.
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', '').normalize());
    }),
  );
});

test('wrapLines: a sentence is wrapped between words, and hangs behind its sign', () => {
  expect(wrapLines(['Nothing was sent.', '✗ line 2: Nothing was sent.'], 12)).toEqual([
    'Nothing was',
    'sent.',
    '✗ line 2:',
    '  Nothing',
    '  was sent.',
  ]);
});

test('wrapLines: a line of a table that is too wide loses its columns, and hangs', () => {
  const lines = [
    'Columns',
    '  Name                → Name',
    '  Plan of the account → Custom data "Plan of the account"',
  ];
  expect(wrapLines(lines, 80)).toEqual(lines);
  expect(wrapLines(lines, 28)).toEqual([
    'Columns',
    '  Name                → Name',
    '  Plan of the account →',
    '    Custom data "Plan of the',
    '    account"',
  ]);
});
