import { readTag, splitTags, type TagDraft } from '@helpcrunch-customer-kit/core';
import { readEntry, splitEntry } from '../grammar/entry-text.ts';
import { possibleKinds, type ValueKind } from '../grammar/value-kind.ts';
import { editLine } from '../input/edit-line.ts';
import type { Intent } from '../input/intent.ts';
import { type Line, lineOf } from '../input/line.ts';
import { type Editor, type EntriesEditor, isList, type LocaleEditor, type TagsEditor } from './editor.ts';
import { findLocales, firstMatch } from './find-locales.ts';
import { editItems, isErasingItem, placeOfLine } from './list-items.ts';

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
