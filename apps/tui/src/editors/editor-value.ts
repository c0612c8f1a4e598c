import type { CustomerDraft, CustomerFieldKey } from '@helpcrunch-customer-kit/core';
import type { Editor } from './editor.ts';

/** The draft with what the editor holds in place of the field; an empty editor leaves the field out. */
export function withEditorValue(draft: CustomerDraft, key: CustomerFieldKey, editor: Editor): CustomerDraft {
  const { [key]: _before, ...others } = draft;
  if (editor.kind === 'line') {
    return editor.line.text.trim() === '' ? others : { ...others, [key]: editor.line.text };
  }
  return editor.items.length === 0 ? others : { ...others, [key]: editor.items };
}

/** True when the editor holds nothing at all. */
export function isEmptyEditor(editor: Editor): boolean {
  return editor.line.text.trim() === '' && (editor.kind === 'line' || editor.items.length === 0);
}
