import type { TextRange } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';

/** The document of an address; `undefined` when it is gone: an untitled one or a notebook's cell that was closed. */
export async function findDocument(uri: string): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open) return open;
  const parsed = vscode.Uri.parse(uri, true);
  if (parsed.scheme === 'untitled' || parsed.scheme === 'vscode-notebook-cell') return undefined;
  try {
    return await vscode.workspace.openTextDocument(parsed);
  } catch {
    // The file was removed or renamed.
    return undefined;
  }
}

/** Opens text as a new JSON document, for the person to read, search and save. */
export async function openJson(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(document, { preview: true });
}

/** Opens the page of a rule, to be read; the link of a finding leads here. */
export async function showRule(code: unknown): Promise<void> {
  if (typeof code !== 'string') return;
  const page = vscode.Uri.from({ scheme: 'helpcrunch', authority: 'rules', path: `/${code}.md` });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}

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
