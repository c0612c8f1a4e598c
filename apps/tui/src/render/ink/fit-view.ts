import { printable } from '../../terminal/printable.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import { screenView } from '../../wizard/wizard-view.ts';
import { fit } from '../fit.ts';
import { lineWidth, type Size, type View, type ViewLine } from '../view.ts';
import { wrap } from '../wrap.ts';

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
