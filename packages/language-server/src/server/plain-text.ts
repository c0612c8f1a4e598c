import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver-types';

/** A completion as plain text, for an editor that knows no snippets: `"${1:name}"` → `"name"`. */
export function withoutSnippet(item: CompletionItem): CompletionItem {
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return item;
  const { insertText, textEdit } = item;
  return {
    ...item,
    insertTextFormat: InsertTextFormat.PlainText,
    ...(insertText === undefined ? {} : { insertText: plain(insertText) }),
    ...(textEdit ? { textEdit: { ...textEdit, newText: plain(textEdit.newText) } } : {}),
  };
}

function plain(snippet: string): string {
  return snippet
    .replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\}|(?<!\\)\$\d+/g, '$1')
    .replaceAll(/\\([$}\\])/g, '$1');
}
