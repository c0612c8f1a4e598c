import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { graphemesOf, type Line } from '../input/edit-line.ts';
import { markControls } from '../text/printable.ts';
import { frameWidth, gutterWidth, type InputView, type Size } from './view.ts';

/** The text cut to a width in cells, by whole graphemes; an ellipsis shows where something was cut. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return `${takeCells(text, width - 1)}…`;
}

/** The text, filled up with blanks to a width in cells. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** As many whole graphemes from the start as fit into so many cells. */
function takeCells(text: string, width: number): string {
  let taken = '';
  let cells = 0;
  for (const { segment } of graphemesOf(text.slice(0, width * 16))) {
    cells += stringWidth(segment);
    if (cells > width) break;
    taken += segment;
  }
  return taken;
}

/** A window of a line that holds its caret. */
export interface LineWindow {
  readonly text: string;
  /** Cells before the caret. */
  readonly column: number;
}

/**
 * Scrolls a line sideways so that its caret is in sight. An ellipsis at either end says that text is hidden there. Work
 * is bounded by the width, however long the line is.
 */
export function windowOf(text: string, caret: number, width: number): LineWindow {
  const whole = scrolled(text, caret, width);
  if (whole.text === text) return { text, column: whole.column };
  for (const [left, right] of ellipses) {
    const part = scrolled(text, caret, width - left.length - right.length);
    const isCutLeft = part.from > 0;
    const isCutRight = part.from + part.text.length < text.length;
    if (isCutLeft !== (left === '') && isCutRight !== (right === '')) {
      return { text: `${left}${part.text}${right}`, column: left.length + part.column };
    }
  }
  return { text: whole.text, column: whole.column };
}

/** At which ends text may be hidden, in the order in which they are tried. */
const ellipses = [
  ['…', ''],
  ['', '…'],
  ['…', '…'],
] as const;

/** As much as fits before the caret, then what fits after it; `from` is where it starts in the text. */
function scrolled(text: string, caret: number, width: number): LineWindow & { readonly from: number } {
  const reach = width * 16;
  const before = [...graphemesOf(text.slice(Math.max(0, caret - reach), caret))].map(
    ({ segment }) => segment,
  );
  let column = 0;
  let start = before.length;
  while (start > 0) {
    const cells = stringWidth(before[start - 1] ?? '');
    if (column + cells > width - 1) break;
    column += cells;
    start -= 1;
  }
  const shown = before.slice(start).join('');
  const rest = takeCells(text.slice(caret, caret + reach), width - column);
  return { text: shown + rest, column, from: caret - shown.length };
}

/** The text as rows no wider than `width` cells: broken between words, and inside a word only where it is too wide. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

/** A sentence in rows, behind a sign that its other rows leave room for. */
export function hang(text: string, width: number, sign = ''): readonly string[] {
  const first = sign === '' ? '' : `${sign} `;
  return wrap(text, width - first.length).map(
    (row, index) => `${index === 0 ? first : ' '.repeat(first.length)}${row}`,
  );
}

/** The first of so many rows in sight, around the one in the middle, where there is not room for all of them. */
export function firstInSight(middle: number, count: number, room: number): number {
  return Math.max(0, Math.min(middle - Math.floor(room / 2), count - room));
}

/**
 * Lines in rows no wider than `width` cells. One that is too wide loses its columns; behind an indent or a sign, its other
 * rows hang by two cells.
 */
export function wrapLines(lines: readonly string[], width: number): readonly string[] {
  return lines.flatMap((line) => {
    if (stringWidth(line) <= width) return [line];
    const indent = line.length - line.trimStart().length;
    const margin = /^[ ✗!→]/u.test(line) ? indent + 2 : 0;
    const [first = '', ...others] = wrap(line.trim().replaceAll(/ {2,}/g, ' '), width - margin);
    return [`${' '.repeat(indent)}${first}`, ...others.map((row) => `${' '.repeat(margin)}${row}`)];
  });
}

/** A row of a text that is edited, and where it starts in the text. */
interface BoxRow {
  readonly from: number;
  readonly text: string;
}

/** The text in rows: broken at its line breaks, behind a blank where a row is full, or inside a word that is too wide. */
function boxRows(text: string, width: number): readonly BoxRow[] {
  const rows: BoxRow[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    let row = '';
    let cells = 0;
    for (const { segment } of graphemesOf(line)) {
      const wide = stringWidth(segment);
      if (cells + wide > width) {
        const end = row.lastIndexOf(' ') + 1 || row.length;
        rows.push({ from, text: row.slice(0, end) });
        from += end;
        row = row.slice(end);
        cells = stringWidth(row);
      }
      row += segment;
      cells += wide;
    }
    rows.push({ from, text: row });
    from += row.length + 1;
  }
  return rows;
}

/** A text of several lines, in a box of so many rows that scrolls with its caret. */
export function boxView(
  { text, caret }: Line,
  { placeholder, size, height }: { placeholder: string; size: Size; height: number },
): InputView {
  const shown = text
    .split('\n')
    .map((line) => markControls(line))
    .join('\n');
  const rows = boxRows(shown, boxWidth(size));
  const at = rows.findLastIndex(({ from }) => from <= caret);
  const first = Math.max(0, Math.min(at - height + 1, rows.length - height));
  const inside = rows.slice(first, first + height).map((row) => row.text);
  return {
    text: inside[0] ?? '',
    column: prompt.length + stringWidth(shown.slice(rows[at]?.from, caret)),
    // The first row may be empty where others are not.
    placeholder: text === '' ? fit(placeholder, boxWidth(size)) : '',
    masked: false,
    box: {
      rows: [...inside, ...Array<string>(height - inside.length).fill('')],
      row: at - first,
      isCutAbove: first > 0,
      isCutBelow: first + height < rows.length,
    },
  };
}

/** One cell stays free for the caret behind the last letter. */
function boxWidth(size: Size): number {
  return frameWidth(size) - gutterWidth - prompt.length - 1;
}

/**
 * Where the caret goes in a box of a terminal of that size: to the row above or below, as far from its start; past the first and
 * the last row, to the end of the text.
 */
export function caretInBox({ text, caret }: Line, way: 'up' | 'down', size: Size): number {
  const rows = boxRows(text, boxWidth(size));
  const at = rows.findLastIndex(({ from }) => from <= caret);
  const to = rows[way === 'up' ? at - 1 : at + 1];
  if (!to) return way === 'up' ? 0 : text.length;
  const column = stringWidth(text.slice(rows[at]?.from, caret));
  // Behind the last letter of a row that goes on below, the caret would be on that next row.
  const goesOn = rows.some(({ from }) => from === to.from + to.text.length && from > to.from);
  return to.from + takeCells(to.text, Math.min(column, stringWidth(to.text) - (goesOn ? 1 : 0))).length;
}

/** What stands before every line that is edited; two cells. */
export const prompt = '› ';

export interface LineViewOptions {
  readonly placeholder: string;
  readonly masked?: boolean;
  readonly size: Size;
}

/** A line as it is drawn: cut to its width, line breaks shown as one cell each, so that offsets stay what they are. */
export function lineView(
  { text, caret }: Line,
  { placeholder, masked = false, size }: LineViewOptions,
): InputView {
  const shown = masked ? '•'.repeat(text.length) : markControls(text.split('\n').join('↵'));
  const room = frameWidth(size) - gutterWidth - prompt.length;
  const { text: visible, column } = windowOf(shown, caret, room);
  return { text: visible, column: prompt.length + column, placeholder: fit(placeholder, room), masked };
}

/**
 * Rows of text as lines, with every column as wide as its widest cell. Where that is wider than `width`, the cells of each
 * row follow each other, and the first row only names numbers.
 */
export function tableLines(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padCells(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  if (lines.every((line) => stringWidth(line) <= width)) return lines;
  const [header = [], ...others] = rows;
  const named = (cell: string, column: number) =>
    /^[\d,]+$/.test(cell) ? `${cell} ${header[column]?.toLowerCase()}` : cell;
  return others.flatMap((row) => packCells(row.map(named), width));
}

function packCells(row: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const cell of row.filter(Boolean)) {
    const last = lines.at(-1);
    const joined = `${last}  ${cell}`;
    if (last === undefined) lines.push(cell);
    else if (stringWidth(joined) <= width) lines.splice(-1, 1, joined);
    else lines.push(`  ${cell}`);
  }
  return lines;
}
