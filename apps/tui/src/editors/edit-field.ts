import { entryText, readEntry } from '../grammar/entry-text.ts';
import { readTag, splitTags, tagText } from '../grammar/tag-text.ts';
import { editLine } from '../input/edit-line.ts';
import type { InputEvent } from '../input/input-event.ts';
import { type Line, lineOf } from '../input/line.ts';
import type { Editor } from './editor.ts';

/** Edits a field by one event; `undefined` when the event means nothing to it. Pure. */
export function editField(editor: Editor, event: InputEvent): Editor | undefined {
  const isBackspaceOnEmpty = event.kind === 'key' && event.name === 'backspace' && editor.line.text === '';
  if (isBackspaceOnEmpty && editor.kind !== 'line') return reopenLast(editor);
  const line = editLine(editor.line, event, { lines: editor.kind === 'line' && editor.lines });
  if (line === undefined) return undefined;
  return editor.kind === 'tags' ? takeFinishedTags({ ...editor, line }) : { ...editor, line };
}

/** What Enter does before it commits: the line becomes an item of the list. `undefined` when there is nothing to take. */
export function takeLine(editor: Editor): Editor | undefined {
  if (editor.kind === 'line' || editor.line.text.trim() === '') return undefined;
  const text = editor.line.text;
  return editor.kind === 'tags'
    ? { ...editor, items: [...editor.items, ...splitTags(text).map(readTag)], line: emptied(editor.line) }
    : { ...editor, items: [...editor.items, readEntry(text)], line: emptied(editor.line) };
}

/** Backspace on an empty line brings the last item back into it, to be changed. */
function reopenLast(editor: Exclude<Editor, { kind: 'line' }>): Editor | undefined {
  if (editor.items.length === 0) return undefined;
  if (editor.kind === 'tags') {
    return { ...editor, items: editor.items.slice(0, -1), line: lineOf(tagText(editor.items.at(-1) ?? {})) };
  }
  return { ...editor, items: editor.items.slice(0, -1), line: lineOf(entryText(editor.items.at(-1) ?? {})) };
}

/** A comma finishes a tag, wherever it came from: typed or in the middle of a paste. */
function takeFinishedTags(editor: Extract<Editor, { kind: 'tags' }>): Editor {
  const parts = editor.line.text.split(/,(?![^(]*\))/);
  const last = parts.pop() ?? '';
  if (parts.length === 0 || isInsideBrackets(last)) return editor;
  const items = parts.filter((part) => part.trim() !== '').map(readTag);
  return { ...editor, items: [...editor.items, ...items], line: lineOf(last.trimStart()) };
}

/** `rgb(1` is not finished: its commas are the colour's. */
function isInsideBrackets(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

function emptied(line: Line): Line {
  return { ...lineOf(''), cut: line.cut };
}
