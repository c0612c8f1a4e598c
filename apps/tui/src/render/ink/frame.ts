import stringWidth from 'string-width';
import { prompt } from '../line-view.ts';
import type { View } from '../view.ts';

/** Where the real cursor stands, in cells from the upper left of what is drawn. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
}

/** The real cursor stands at the caret, or on the chosen row: input methods, braille lines and magnifiers follow it. */
export function cursorOf({ lead = [], body, selected, input }: View): Cursor | undefined {
  // Whoever moves among the rows above a line is not in the line.
  if (selected !== undefined) return { x: 0, y: 1 + lead.length + selected };
  return input && { x: input.column, y: 1 + lead.length + body.length };
}

/** How wide each row is as it is drawn, from the header down; none is wider than `width`. */
export function rowWidths(
  { title, account, lead = [], body, selected, input, notes, keys }: View,
  width: number,
): number[] {
  const pointer = selected === undefined ? 0 : 2;
  const widths = [
    stringWidth(title) + (account === undefined ? 0 : account.length + 3),
    ...lead.map(({ text }) => stringWidth(text)),
    ...body.map(({ text, swatch }) => pointer + (swatch === undefined ? 0 : 3) + stringWidth(text)),
    ...(input ? [prompt.length + stringWidth(input.text || input.placeholder)] : []),
    ...[...notes.map(({ text }) => text), keys]
      .filter((text) => text !== '')
      .map((text) => stringWidth(text)),
  ];
  return widths.map((cells) => Math.min(cells, width));
}
