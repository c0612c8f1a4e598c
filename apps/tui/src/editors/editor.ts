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

/** A language, found by what is typed; `selected` counts the matches. */
export interface LocaleEditor {
  readonly kind: 'locale';
  readonly line: Line;
  readonly selected: number;
}

/** Tags, and the line for the next one. */
export interface TagsEditor {
  readonly kind: 'tags';
  readonly items: readonly TagDraft[];
  readonly line: Line;
}

/** Custom attributes, and the line for the next one; `valueKind` when the person chose how to read it. */
export interface EntriesEditor {
  readonly kind: 'entries';
  readonly items: readonly CustomDataEntryDraft[];
  readonly line: Line;
  readonly valueKind: ValueKind | undefined;
}

/** A field being edited: a closed union. */
export type Editor = LineEditor | DateEditor | LocaleEditor | TagsEditor | EntriesEditor;

export type ListEditor = TagsEditor | EntriesEditor;

export function isList(editor: Editor): editor is ListEditor {
  return editor.kind === 'tags' || editor.kind === 'entries';
}
