import { readTag, splitTags, type TagDraft, tagText } from '@helpcrunch-customer-kit/core';
import { entryText, possibleKinds, readEntry, splitEntry, type ValueKind } from '../grammar/custom-value.ts';
import { editLine, type Line, lineOf } from '../input/edit-line.ts';
import type { Intent } from '../input/intent.ts';
import {
  type Editor,
  type EntriesEditor,
  isList,
  type ListEditor,
  type LocaleEditor,
  type TagsEditor,
} from './editor.ts';
import { findLocales, firstMatch } from './find-locales.ts';

/** Edits a field; `undefined` when the intent means nothing to it. Pure. */
export function editField(editor: Editor, intent: Intent): Editor | undefined {
  const edited = isList(editor) ? editItems(editor, intent) : undefined;
  if (edited || (isList(editor) && isErasingItem(editor, intent))) return edited;
  // Typing goes into the line, wherever the cursor was; editing the line is not meant from an item.
  if (isList(editor) && editor.chosen !== undefined) {
    return 'text' in intent ? editField({ ...editor, chosen: undefined }, intent) : undefined;
  }
  if (editor.kind === 'entries' && intent.kind === 'next-type') return cycleKind(editor);
  const moved = editor.kind === 'locale' ? moveLocale(editor, intent) : undefined;
  if (moved) return moved;

  const line = editLine(editor.line, intent, { lines: editor.kind === 'line' && editor.lines });
  if (line === undefined) return undefined;
  const isChanged = line.text !== editor.line.text;
  switch (editor.kind) {
    case 'tags':
      return takeFinishedTags({ ...editor, line });
    case 'locale':
      return { ...editor, line, selected: isChanged ? firstMatch(line.text) : editor.selected };
    case 'entries':
      return { ...editor, line, valueKind: isChanged ? undefined : editor.valueKind };
    case 'line':
    case 'date':
      return { ...editor, line };
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}

/** What Enter does before it commits: the line becomes an item of the list. `undefined` when there is nothing to take. */
export function takeLine(editor: Editor): Editor | undefined {
  if (!isList(editor) || editor.line.text.trim() === '') return undefined;
  const rest = { line: emptied(editor.line), place: undefined, chosen: undefined };
  const place = placeOfLine(editor);
  if (editor.kind === 'tags') {
    const tags = readTags(splitTags(editor.line.text));
    return { ...editor, ...rest, items: editor.items.toSpliced(place, 0, ...tags), before: editor };
  }
  const entry = readEntry(editor.line.text, entryKind(editor));
  const items = editor.items.toSpliced(place, 0, entry);
  return { ...editor, ...rest, items, valueKind: undefined, before: editor };
}

/** How the value on the line would be read: as chosen, or as guessed; `undefined` without a value. */
export function entryKind({ line, valueKind }: EntriesEditor): ValueKind | undefined {
  const { value } = splitEntry(line.text);
  return value === undefined ? undefined : (valueKind ?? possibleKinds(value)[0]);
}

function cycleKind(editor: EntriesEditor): Editor {
  const kinds = possibleKinds(splitEntry(editor.line.text).value ?? '');
  const current = entryKind(editor);
  const next = current === undefined ? undefined : kinds[(kinds.indexOf(current) + 1) % kinds.length];
  return { ...editor, valueKind: next };
}

function moveLocale(editor: LocaleEditor, intent: Intent): Editor | undefined {
  const last = findLocales(editor.line.text).length - 1;
  const first = firstMatch(editor.line.text);
  const select = (selected: number) => ({ ...editor, selected: Math.max(first, Math.min(last, selected)) });
  if (intent.kind === 'up') return select(editor.selected - 1);
  if (intent.kind === 'down') return select(editor.selected + 1);
  return intent.kind === 'choose' ? select(intent.index) : undefined;
}

/** A comma finishes a tag, wherever it came from: typed or in the middle of a paste. */
function takeFinishedTags(editor: TagsEditor): Editor {
  const parts = splitTags(editor.line.text);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return editor;
  const tags = readTags(parts.slice(0, -1));
  const items = editor.items.toSpliced(placeOfLine(editor), 0, ...tags);
  const place = editor.place === undefined ? undefined : editor.place + tags.length;
  // Undo ends here: in how many pieces the text came must not decide how far it goes back.
  return { ...editor, items, place, line: lineOf(last.trimStart()), before: undefined };
}

function readTags(parts: readonly string[]): readonly TagDraft[] {
  return parts.filter((part) => part.trim() !== '').map((part) => readTag(part));
}

function emptied(line: Line): Line {
  return { ...lineOf(''), cut: line.cut };
}

/**
 * Moves among the items of a list, and removes or brings back one; `undefined` when the intent means something to the
 * line alone. Pure.
 */
function editItems(editor: ListEditor, intent: Intent): ListEditor | undefined {
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
    case 'page-up':
      return chosen === undefined ? undefined : choose(editor, 0);
    case 'last':
    case 'page-down':
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
function isErasingItem({ line, chosen }: ListEditor, intent: Intent): boolean {
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
