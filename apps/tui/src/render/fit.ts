import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The text cut to a width in cells, by whole graphemes; an ellipsis shows where something was cut. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return `${takeCells(text, width - 1)}…`;
}

/** As many whole graphemes from the start as fit into so many cells. */
export function takeCells(text: string, width: number): string {
  let taken = '';
  let cells = 0;
  for (const { segment } of graphemes.segment(text.slice(0, width * 16))) {
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
 * Scrolls a line sideways so that its caret is in sight: as much as fits before the caret, then what fits after it.
 * Work is bounded by the width, however long the line is.
 */
export function windowOf(text: string, caret: number, width: number): LineWindow {
  const reach = width * 16;
  const before = [...graphemes.segment(text.slice(Math.max(0, caret - reach), caret))].map(
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
  return { text: shown + takeCells(text.slice(caret, caret + reach), width - column), column };
}
