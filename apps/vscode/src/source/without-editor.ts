import * as vscode from 'vscode';
import { newCustomerFile } from './new-customer-file.ts';
import { fromFiles, type OpenSource } from './open-documents.ts';

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
