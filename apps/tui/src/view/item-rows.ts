import { cssColorToHex } from '@helpcrunch-customer-kit/core';
import { type Editor, isList, type ListEditor } from '../editors/editor.ts';
import { itemNumber } from '../editors/list-items.ts';
import { entryText } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import { kindOfValue } from '../grammar/value-kind.ts';
import type { View, ViewLine } from './view.ts';

/** The items of a list in as many rows as there are: those around the chosen one, or else the last. */
export function itemRows(editor: Editor, room: number): Pick<View, 'body' | 'selected'> {
  if (!isList(editor)) return { body: [] };
  const { place, chosen } = editor;
  const rows = items(editor);
  if (place !== undefined) {
    rows.splice(place, 0, { text: `${place + 1}. (on the line below)`, tone: 'quiet' });
  }
  const selected = chosen === undefined ? undefined : itemNumber(editor, chosen) - 1;
  const middle = selected ?? place ?? rows.length;
  const first = Math.max(0, Math.min(middle - Math.floor(room / 2), rows.length - room));
  const body = rows.slice(first, first + room);
  return selected === undefined ? { body } : { body, selected: selected - first };
}

/** Each with the number by which messages call it. */
function items(editor: ListEditor): ViewLine[] {
  if (editor.kind === 'entries') {
    return editor.items.map((entry, index) => ({
      text: `${itemNumber(editor, index)}. ${entryText(entry)} (${kindOfValue(entry.value)})`,
      tone: 'plain',
    }));
  }
  return editor.items.map((tag, index) => {
    const swatch = tag.color === undefined ? undefined : cssColorToHex(tag.color)?.slice(0, 7);
    return {
      text: `${itemNumber(editor, index)}. ${tagText(tag)}${tag.color === undefined ? ' (no colour)' : ''}`,
      tone: 'plain',
      ...(swatch === undefined ? {} : { swatch }),
    };
  });
}
