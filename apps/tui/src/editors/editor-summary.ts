import { entryText, valueKind } from '../grammar/entry-text.ts';
import { tagText } from '../grammar/tag-text.ts';
import type { Editor } from './editor.ts';

/** What an editor holds, in one line. */
export function editorSummary(editor: Editor): string {
  switch (editor.kind) {
    case 'line':
      return editor.line.text.trim().replaceAll(/\s*\n\s*/g, ' ↵ ');
    case 'tags':
      return editor.items.map(tagText).join(', ');
    case 'entries':
      return editor.items.map((entry) => `${entryText(entry)} (${valueKind(entry.value)})`).join(', ');
    default: {
      const unreachable: never = editor;
      return unreachable;
    }
  }
}
