import * as vscode from 'vscode';
import { customerTemplate } from './customer-template.ts';

/** Opens an unsaved file under a name that makes it customer JSON, with every field to start from. */
export async function newCustomerFile(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await freeUri(1));
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), customerTemplate()));
}

async function freeUri(number: number): Promise<vscode.Uri> {
  const name = number === 1 ? 'new.customer.json' : `new-${number}.customer.json`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const path = folder ? vscode.Uri.joinPath(folder, name).path : name;
  const uri = vscode.Uri.from({ scheme: 'untitled', path });
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
  return isOpen ? freeUri(number + 1) : uri;
}
