import type { CustomDataEntryDraft, TagDraft } from '@helpcrunch-customer-kit/core';
import type { ValueKind } from '../grammar/value-kind.ts';
import type { Line } from '../input/line.ts';

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
