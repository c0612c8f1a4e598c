import type { TextRange } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

/** Opens a document where a range stands and selects it. */
export async function reveal(uri: string, range: TextRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const start = document.positionAt(range.offset);
  const end = document.positionAt(range.offset + range.length);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(start, end),
    // Beside the panel when the document is there already, else in the first column: never in place of the panel.
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
}

/** `line 3, column 9` of a place, as the editor's own status bar counts. */
export async function lineAndColumn(uri: string, offset: number): Promise<string> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const { line, character } = document.positionAt(offset);
  return `line ${line + 1}, column ${character + 1}`;
}
