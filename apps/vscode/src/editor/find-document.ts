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
