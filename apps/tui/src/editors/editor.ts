import {
  type CustomDataDraft,
  type CustomDataEntryDraft,
  type CustomerDraft,
  type CustomerFieldKey,
  type CustomerFieldRow,
  formatDate,
  isCustomDataList,
  locales,
  readDate,
  type TagDraft,
  tagText,
} from '@helpcrunch-customer-kit/core';
import { entryText, kindOfValue, type ValueKind } from '../grammar/custom-value.ts';
import { resolveDate } from '../grammar/date-phrase.ts';
import { type Line, lineOf } from '../input/edit-line.ts';
import { chosenLocale, firstMatch } from './find-locales.ts';

/** A line of text; `lines` where it may have several. */
export interface LineEditor {
  readonly kind: 'line';
  readonly line: Line;
  readonly lines: boolean;
}

/** A date, as text that may be a phrase. */
export interface DateEditor {
  readonly kind: 'date';
  readonly line: Line;
}

/** A language, found by what is typed; `selected` counts the matches, and is -1 while none is chosen. */
export interface LocaleEditor {
  readonly kind: 'locale';
  readonly line: Line;
  readonly selected: number;
}

/** What every list has beside its items. */
interface ListPlace<List> {
  readonly line: Line;
  /** Where among the items the line's own goes; `undefined` for the end. */
  readonly place: number | undefined;
  /** The item that the cursor is on; `undefined` while it is in the line. */
  readonly chosen: number | undefined;
  /** The list before the last change of its items, for undo. */
  readonly before: List | undefined;
}

/** Tags, and the line for the next one. */
export interface TagsEditor extends ListPlace<TagsEditor> {
  readonly kind: 'tags';
  readonly items: readonly TagDraft[];
}

/** Custom attributes, and the line for the next one; `valueKind` when the person chose how to read it. */
export interface EntriesEditor extends ListPlace<EntriesEditor> {
  readonly kind: 'entries';
  readonly items: readonly CustomDataEntryDraft[];
  readonly valueKind: ValueKind | undefined;
}

/** A field being edited: a closed union. */
export type Editor = LineEditor | DateEditor | LocaleEditor | TagsEditor | EntriesEditor;

export type ListEditor = TagsEditor | EntriesEditor;

export function isList(editor: Editor): editor is ListEditor {
  return editor.kind === 'tags' || editor.kind === 'entries';
}

/**
 * The draft with what the editor holds in place of the field; an empty editor leaves the field out. `now`, in
 * milliseconds, is what phrases such as "yesterday" are counted from.
 */
export function withEditorValue(
  draft: CustomerDraft,
  key: CustomerFieldKey,
  editor: Editor,
  now: number,
): CustomerDraft {
  const { [key]: _before, ...others } = draft;
  // The text on a list's line is not in the list yet.
  const isEmpty = isList(editor) ? editor.items.length === 0 : isEmptyEditor(editor);
  return isEmpty ? others : { ...others, [key]: editorValue(editor, now) };
}

function editorValue(editor: Editor, now: number) {
  switch (editor.kind) {
    case 'line':
      // Empty lines at the end of a box are on the way to going on, and mean nothing.
      return editor.lines ? editor.line.text.replace(/\n+$/u, '') : editor.line.text;
    case 'date':
      return resolveDate(editor.line.text, now);
    case 'locale':
      return chosenLocale(editor.line.text, editor.selected);
    case 'tags':
    case 'entries':
      return editor.items;
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}

/** True when the editor holds nothing at all. */
export function isEmptyEditor(editor: Editor): boolean {
  const isChosen = isList(editor)
    ? editor.items.length > 0
    : editor.kind === 'locale' && editor.selected >= 0;
  return editor.line.text.trim() === '' && !isChosen;
}

/** The line of a list that nothing was done with yet. */
const emptyLine = { line: lineOf(''), place: undefined, chosen: undefined, before: undefined };

/** An editor that holds what a draft has of a field. */
export function openEditor(field: CustomerFieldRow, draft: CustomerDraft): Editor {
  switch (field.kind) {
    case 'tags':
      return { kind: 'tags', items: draft[field.key] ?? [], ...emptyLine };
    case 'custom-data':
      return {
        kind: 'entries',
        items: toEntries(draft[field.key] ?? []),
        ...emptyLine,
        valueKind: undefined,
      };
    case 'date':
      return { kind: 'date', line: lineOf(String(draft[field.key] ?? '')) };
    case 'locale':
      return {
        kind: 'locale',
        line: lineOf(draft[field.key] ?? ''),
        selected: firstMatch(draft[field.key] ?? ''),
      };
    default:
      return { kind: 'line', line: lineOf(draft[field.key] ?? ''), lines: field.kind === 'long-text' };
  }
}

function toEntries(customData: CustomDataDraft): readonly CustomDataEntryDraft[] {
  if (isCustomDataList(customData)) return customData;
  return Object.entries(customData).map(([property, value]) => ({ property, value }));
}

/** What an editor holds, in one line. */
export function editorSummary(editor: Editor, now: number): string {
  switch (editor.kind) {
    case 'line':
      return inOneLine(editor.line.text);
    case 'date':
      return dateSummary(editor.line.text.trim(), now);
    case 'locale':
      return localeSummary(chosenLocale(editor.line.text, editor.selected));
    case 'tags':
      return editor.items.map(tagText).join(', ');
    case 'entries':
      return editor.items.map((entry) => `${entryText(entry)} (${kindOfValue(entry.value)})`).join(', ');
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}

/** Text of several lines, which a record shows in one. */
export function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, ' ↵ ');
}

function dateSummary(text: string, now: number): string {
  const reading = readDate(resolveDate(text, now));
  if (text === '' || reading.kind !== 'seconds') return text;
  const date = formatDate(reading.seconds);
  // A phrase is counted from now; a date says the same twice.
  return readDate(text).kind === 'seconds' ? date : `${text} (${date})`;
}

function localeSummary(code: string): string {
  const name = locales.find((locale) => locale.code === code.trim())?.name;
  return name === undefined ? code : `${code} (${name})`;
}
