import stringWidth from 'string-width';
import { printable } from '../../terminal/printable.ts';
import { screenView } from '../../wizard/wizard.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import { fit, prompt, wrap } from '../layout.ts';
import { lineWidth, type Size, type View, type ViewLine } from '../view.ts';

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

/** What is drawn for a state, in as many rows as there are. Pure. */
export function wizardView(state: WizardState, size: Size): View {
  return fitView(screenView(state, size), size);
}

/** Below so many rows there is no room for hints. */
const roomForHints = 10;

/**
 * The view in as many rows as there are, one kept free: what is as high as the terminal cannot be redrawn without
 * clearing all that was said before. Notes are laid out in rows; those that find no room are cut, and that is shown.
 */
function fitView(view: View, size: Size): View {
  const width = lineWidth(size);
  const keys = size.rows < roomForHints ? '' : view.keys;
  const taken = 1 + view.body.length + (view.input ? 1 : 0) + (keys === '' ? 0 : 1);
  const room = Math.max(1, size.rows - 1 - taken);
  const lead = cut(rowsOf(view.lead ?? [], width), room, width);
  const notes = cut(rowsOf(view.notes, width), room - lead.length, width);
  return { ...view, ...(view.lead ? { lead } : {}), notes, keys };
}

function rowsOf(lines: readonly ViewLine[], width: number): readonly ViewLine[] {
  return lines.flatMap(({ text, tone }) =>
    wrap(printable(text), width).map((row): ViewLine => ({ text: row, tone })),
  );
}

function cut(rows: readonly ViewLine[], room: number, width: number): readonly ViewLine[] {
  if (rows.length <= room) return rows;
  return rows
    .slice(0, room)
    .map((row, index) => (index === room - 1 ? { ...row, text: fit(`${row.text} …`, width) } : row));
}
