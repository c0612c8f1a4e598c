import { customerField } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { ownScheme } from '../entry/contract.ts';
import { fromFiles, type OpenSource } from './chosen-customers.ts';

type Origin = 'clipboard' | 'file' | 'new';

const origins: readonly (vscode.QuickPickItem & { readonly origin: Origin })[] = [
  { origin: 'clipboard', label: '$(clippy) Paste from the Clipboard', detail: 'Opens a new JSON document' },
  { origin: 'file', label: '$(folder-opened) Pick a File' },
  {
    origin: 'new',
    label: '$(new-file) New Customer File',
    detail: 'With a name, an email and a new user ID',
  },
];

/** Asks where the customer is when no editor has one. */
export async function withoutEditor(): Promise<OpenSource[]> {
  const title = 'No customer JSON in the editor. Where is it?';
  const origin = (await vscode.window.showQuickPick(origins, { title }))?.origin;
  switch (origin) {
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
      const unreachable: never = origin;
      return unreachable;
    }
  }
}

/** As a document, so that errors can be shown and fixed in it. */
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

/** Opens an unsaved file whose name makes it customer JSON, with a name, an email and a new user ID. */
export async function newCustomerFile(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await freeUri(1));
  const editor = await vscode.window.showTextDocument(document, columnForFile());
  await editor.insertSnippet(new vscode.SnippetString(customerSnippet(crypto.randomUUID())));
}

/**
 * With the focused editor; while the walkthrough or the panel has the focus, with another editor in view, else in a new column:
 * it hides neither of them.
 */
function columnForFile(): vscode.ViewColumn {
  const { activeTextEditor, visibleTextEditors, tabGroups } = vscode.window;
  if (!tabGroups.activeTabGroup.activeTab) return vscode.ViewColumn.Active;
  // Named: on a busy machine, the focus may already be elsewhere.
  if (activeTextEditor) return activeTextEditor.viewColumn ?? vscode.ViewColumn.Active;
  const editors = visibleTextEditors.filter(({ document }) => document.uri.scheme !== ownScheme);
  const [column] = editors.flatMap(({ viewColumn }) => viewColumn ?? []);
  return column ?? tabGroups.all.length + 1;
}

async function freeUri(number: number): Promise<vscode.Uri> {
  const name = number === 1 ? 'new.customer.json' : `new-${number}.customer.json`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const path = folder ? vscode.Uri.joinPath(folder, name).path : name;
  const uri = vscode.Uri.from({ scheme: 'untitled', path });
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path);
  return isOpen ? freeUri(number + 1) : uri;
}

/**
 * A customer with a user ID of its own, indented as the editor's settings say. Tab goes from value to value, and then to where
 * other fields go; completion offers them.
 */
export function customerSnippet(userId: string): string {
  const values = { name: customerField('name')?.example, email: customerField('email')?.example, userId };
  const lines = Object.entries(values).map(
    ([key, value], index) => `\t"${key}": "\${${index + 1}:${value}}"`,
  );
  return `{\n${lines.join(',\n')}$0\n}\n`;
}
