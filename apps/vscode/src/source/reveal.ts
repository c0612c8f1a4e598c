import type { TextRange } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { findDocument } from '../editor/find-document.ts';

/** Opens a document where a range stands and selects it. */
export async function reveal(uri: string, range: TextRange): Promise<void> {
  const document = await findDocument(uri);
  if (!document) {
    void vscode.window.showInformationMessage(
      'The document that the customer came from is not open any more.',
    );
    return;
  }
  if (await revealCell(document)) return;
  const start = document.positionAt(range.offset);
  const end = document.positionAt(range.offset + range.length);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(start, end),
    // Where the document is already, else in the first column: never in place of the panel.
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
}

/** A cell is shown in its notebook. */
async function revealCell(document: vscode.TextDocument): Promise<boolean> {
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cell = notebook.getCells().find((candidate) => candidate.document === document);
    if (!cell) continue;
    const selections = [new vscode.NotebookRange(cell.index, cell.index + 1)];
    await vscode.window.showNotebookDocument(notebook, { selections, viewColumn: vscode.ViewColumn.One });
    return true;
  }
  return false;
}

/** `line 3, column 9` of a place, as the editor's own status bar counts. */
export async function lineAndColumn(uri: string, offset: number): Promise<string | undefined> {
  const position = (await findDocument(uri))?.positionAt(offset);
  return position && `line ${position.line + 1}, column ${position.character + 1}`;
}
