import { cssColorToHex, tagText } from '@helpcrunch-customer-kit/core';
import stringWidth from 'string-width';
import { itemNumber } from '../../../editors/edit-field.ts';
import { type Editor, isList, type ListEditor } from '../../../editors/editor.ts';
import { entryText, kindOfValue } from '../../../grammar/custom-value.ts';
import { firstInSight, fit, padCells } from '../../../render/layout.ts';
import { frameWidth, gutterWidth, type Size, type View, type ViewLine } from '../../../render/view.ts';

/** The items of a list in as many rows as there are: those around the chosen one, or else the last. */
export function itemRows(editor: Editor, size: Size): Pick<View, 'body' | 'selected'> {
  if (!isList(editor)) return { body: [] };
  const room = Math.max(1, size.rows - 7);
  const { place, chosen } = editor;
  const rows = items(editor, size);
  if (place !== undefined) {
    const column = editor.kind === 'tags' ? { swatch: '' } : {};
    rows.splice(place, 0, {
      number: numberCell(editor, place + 1),
      ...column,
      text: '(being edited)',
      tone: 'quiet',
    });
  }
  const selected = chosen === undefined ? undefined : itemNumber(editor, chosen) - 1;
  const middle = selected ?? place ?? rows.length;
  const first = firstInSight(middle, rows.length, room);
  const body = rows.slice(first, first + room);
  // Room for the mark of the chosen row is kept while there is none, so that nothing moves when there is.
  return selected === undefined
    ? { body: body.map((row) => ({ ...row, number: `  ${row.number}` })) }
    : { body, selected: selected - first };
}

/** Numbers of one width, so that nothing moves when a tenth item comes. */
function numberCell({ items: all }: ListEditor, number: number): string {
  return `${String(number).padStart(String(all.length).length)}. `;
}

/** Each with the number by which messages call it, and what it was taken for in a column of its own. */
function items(editor: ListEditor, size: Size): ViewLine[] {
  const number = (index: number) => numberCell(editor, itemNumber(editor, index));
  if (editor.kind === 'entries') {
    const cells = editor.items.map((entry) => [entryText(entry), kindOfValue(entry.value)] as const);
    return inColumns(cells, size).map((text, index) => ({ number: number(index), text, tone: 'plain' }));
  }
  const cells = editor.items.map(({ name = '', color }) => [tagText({ name }), color ?? 'no color'] as const);
  const texts = inColumns(cells, size);
  return editor.items.map(({ color }, index) => ({
    number: number(index),
    swatch: (color === undefined ? undefined : cssColorToHex(color)?.slice(0, 7)) ?? '',
    text: texts[index] ?? '',
    tone: 'plain',
  }));
}

/** Cells before an item: the mark of the chosen one, its number and its color. */
const marginOfItem = 9;

/** Two columns: where there is little room, the first one leaves enough for the second. */
function inColumns(cells: readonly (readonly [string, string])[], size: Size): readonly string[] {
  const widest = (column: 0 | 1) => Math.max(...cells.map((row) => stringWidth(row[column])));
  const room = frameWidth(size) - gutterWidth - marginOfItem - 2;
  const width = Math.min(widest(0), Math.max(8, Math.min(40, room - Math.min(widest(1), 20))));
  return cells.map(([text, kind]) => `${padCells(fit(text, width), width)}  ${kind}`);
}
