import * as vscode from 'vscode';

/** Opens text as a new JSON document, for the person to read, search and save. */
export async function openJson(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(document, { preview: true });
}
