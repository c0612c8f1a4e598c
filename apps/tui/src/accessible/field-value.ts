import type { CustomerDraft, CustomerFieldRow } from '@helpcrunch-customer-kit/core';
import { editorSummary } from '../editors/editor-summary.ts';
import { isEmptyEditor, withEditorValue } from '../editors/editor-value.ts';
import { openEditor } from '../editors/open-editor.ts';

/** What came of asking for a field: its new value in the draft, or a wish to go elsewhere with what there is. */
export interface FieldAnswer {
  readonly kind: 'done' | 'back' | 'end';
  readonly draft: CustomerDraft;
}

/** Where a field stands when it is asked for. */
export interface FieldStanding {
  /** True when what is in it is an error. */
  readonly isWrong: boolean;
}

/** What the draft has of a field, in words; `undefined` for nothing. */
export function valueText(field: CustomerFieldRow, draft: CustomerDraft, now: number): string | undefined {
  const editor = openEditor(field, draft);
  return isEmptyEditor(editor) ? undefined : editorSummary(editor, now).replaceAll(' ↵ ', ' / ');
}

/** The draft without a field. */
export function without(draft: CustomerDraft, field: CustomerFieldRow): CustomerDraft {
  return withEditorValue(draft, field.key, openEditor(field, {}), 0);
}

/** What is there already, and what can be done with it: what is wrong cannot be kept. */
export function valueLine(value: string, { isWrong }: FieldStanding): string {
  return isWrong
    ? `It is ${value}. Write it anew, or - to take it out.`
    : `It is ${value}. Enter keeps it, - takes it out.`;
}
