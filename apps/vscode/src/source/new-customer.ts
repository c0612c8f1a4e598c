import { customerFields } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { fromFiles, type OpenSource } from './chosen-customers.ts';

type Way = 'clipboard' | 'file' | 'new';

const ways: readonly (vscode.QuickPickItem & { readonly way: Way })[] = [
  { way: 'clipboard', label: '$(clippy) Paste from the Clipboard', detail: 'Opens as a new JSON document' },
  { way: 'file', label: '$(folder-opened) Pick a File' },
  { way: 'new', label: '$(new-file) New Customer File', detail: 'With every field to start from' },
];

/** Where a customer comes from when no editor holds one. */
export async function withoutEditor(): Promise<OpenSource[]> {
  const title = 'No customer JSON is in the editor. Where is it?';
  const way = (await vscode.window.showQuickPick(ways, { title }))?.way;
  switch (way) {
    case undefined:
      return [];
    case 'clipboard':
      return fromClipboard();
    case 'file': {
      const filters = { JSON: ['json', 'jsonc'] };
      return fromFiles((await vscode.window.showOpenDialog({ title: 'Pick a customer', filters })) ?? []);
    }
    case 'new':
      await newCustomerFile();
      return [];
    default: {
      const unreachable: never = way;
      return unreachable;
    }
  }
}

/** As a document, so that what is wrong can be shown and put right in it. */
async function fromClipboard(): Promise<OpenSource[]> {
  const content = await vscode.env.clipboard.readText();
  if (content.trim() === '') {
    void vscode.window.showInformationMessage('The clipboard is empty.');
    return [];
  }
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(document);
  return fromFiles([document.uri]);
}

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

/** A customer to start from: every field of the table with its example. */
export function customerTemplate(): string {
  const customer = Object.fromEntries(customerFields.map(({ key, example }) => [key, example]));
  return `${JSON.stringify(customer, null, 2)}\n`;
}
