import { tagText } from '@helpcrunch-customer-kit/core';
import { entryText } from '../grammar/entry-text.ts';
import type { Intent } from '../input/intent.ts';
import { lineOf } from '../input/line.ts';
import type { ListEditor } from './editor.ts';

/**
 * Moves among the items of a list, and removes or brings back one; `undefined` when the intent means something to the
 * line alone. Pure.
 */
export function editItems(editor: ListEditor, intent: Intent): ListEditor | undefined {
  const { chosen, items } = editor;
  switch (intent.kind) {
    case 'edit':
      if (intent.edit === 'undo' && editor.line.past.length === 0) return editor.before;
      return isErasingItem(editor, intent) ? reopenBefore(editor) : undefined;
    case 'up':
      if (chosen !== undefined) return choose(editor, Math.max(0, chosen - 1));
      return items.length > 0 ? choose(editor, items.length - 1) : undefined;
    case 'down':
      return chosen === undefined
        ? undefined
        : choose(editor, chosen + 1 < items.length ? chosen + 1 : undefined);
    case 'first':
      return chosen === undefined ? undefined : choose(editor, 0);
    case 'last':
      return chosen === undefined ? undefined : choose(editor, undefined);
    case 'remove-item': {
      const index = intent.index ?? chosen;
      return index === undefined || !(index in items) ? undefined : removeItem(editor, index);
    }
    default:
      return undefined;
  }
}

/** True when erasing means the item before the empty line. */
export function isErasingItem({ line, chosen }: ListEditor, intent: Intent): boolean {
  return chosen === undefined && line.text === '' && intent.kind === 'edit' && intent.edit === 'backspace';
}

/** The item comes back onto the line, and will return to its place; what stands on the line has to be taken before. */
export function reopenItem(editor: ListEditor, index: number): ListEditor {
  const without = withItems(editor, editor.items.toSpliced(index, 1));
  const line = { ...lineOf(itemText(editor, index)), cut: editor.line.cut };
  // At the end no place has to be kept.
  const place = index < without.items.length ? index : undefined;
  const reopened = { ...without, line, place, chosen: undefined };
  return reopened.kind === 'entries' ? { ...reopened, valueKind: undefined } : reopened;
}

/** Where among the items the line's own goes. */
export function placeOfLine({ items, place }: ListEditor): number {
  return place ?? items.length;
}

/** The number by which an item is called: the one that is on the line keeps its own. */
export function itemNumber({ place }: ListEditor, index: number): number {
  return index + (place !== undefined && index >= place ? 2 : 1);
}

/** An item, or with `undefined` the line again; a place that nothing is written for is given up. */
function choose(editor: ListEditor, chosen: number | undefined): ListEditor {
  return { ...editor, chosen, place: editor.line.text.trim() === '' ? undefined : editor.place };
}

/** The item before the line's place, which is the last one where the line stands at the end. */
function reopenBefore(editor: ListEditor): ListEditor | undefined {
  const index = placeOfLine(editor) - 1;
  return index < 0 ? undefined : reopenItem(editor, index);
}

function removeItem(editor: ListEditor, index: number): ListEditor {
  const without = withItems(editor, editor.items.toSpliced(index, 1));
  const last = without.items.length - 1;
  const place = placeOfLine(editor) - (index < placeOfLine(editor) ? 1 : 0);
  return {
    ...without,
    chosen: last < 0 || editor.chosen === undefined ? undefined : Math.min(index, last),
    place: place > last ? undefined : place,
    // Undo goes back through what the line was only as far as this.
    line: { ...editor.line, past: [], future: [], typing: false },
  };
}

function itemText(editor: ListEditor, index: number): string {
  return editor.kind === 'tags' ? tagText(editor.items[index] ?? {}) : entryText(editor.items[index] ?? {});
}

/** Other items, and the way back to those before. */
function withItems<Kind extends ListEditor>(editor: Kind, items: Kind['items']): Kind {
  return { ...editor, items, before: editor };
}
