import type { CustomerDraft, CustomerFieldKey } from '@helpcrunch-customer-kit/core';
import { resolveDate } from '../grammar/date-phrase.ts';
import { type Editor, isList } from './editor.ts';
import { chosenLocale } from './find-locales.ts';

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
  // The line of a list is no part of it yet.
  const isEmpty = isList(editor) ? editor.items.length === 0 : isEmptyEditor(editor);
  return isEmpty ? others : { ...others, [key]: editorValue(editor, now) };
}

function editorValue(editor: Editor, now: number) {
  switch (editor.kind) {
    case 'line':
      return editor.line.text;
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
  return editor.line.text.trim() === '' && (!isList(editor) || editor.items.length === 0);
}
