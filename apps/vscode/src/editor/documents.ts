import type { TextRange } from '@helpcrunch-customer-kit/core';
import * as vscode from 'vscode';
import { ownScheme } from '../entry/contract.ts';

/** `undefined` for a document that no longer exists: a file that was removed, or an untitled one or a cell that was closed. */
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

/** Texts of the extension as read-only documents `helpcrunch://texts/…`, while the window is open. */
export interface TextDocuments {
  /** Returns what closes the document again. */
  open(title: string, text: { readonly text: string; readonly kind: TextKind }): Promise<() => Promise<void>>;
  /** What to show for the path of a document, also after a reload. */
  read(path: string): string;
}

/** The editor chooses the language of a document by its extension. */
const extensions = { json: 'json', html: 'html', text: 'txt' } as const;

export type TextKind = keyof typeof extensions;

export function createTextDocuments(): TextDocuments {
  const texts = new Map<string, string>();
  return {
    async open(title, { text, kind }) {
      const path = `/${texts.size + 1}/${title}.${extensions[kind]}`;
      texts.set(path, text);
      const uri = vscode.Uri.from({ scheme: ownScheme, authority: 'texts', path });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true });
      return async () => {
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        const isOurs = ({ input }: vscode.Tab) =>
          input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
        await vscode.window.tabGroups.close(tabs.filter(isOurs));
      };
    },
    read: (path) => texts.get(path) ?? 'No longer available. Open it again from the response.',
  };
}

/** Opens the page of a rule; the link of a diagnostic runs this. */
export async function showRule(code: unknown): Promise<void> {
  if (typeof code !== 'string') return;
  const page = vscode.Uri.from({ scheme: ownScheme, authority: 'rules', path: `/${code}.md` });
  await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
}

/** Opens a document and selects a range. */
export async function reveal(uri: string, range: TextRange): Promise<void> {
  const document = await findDocument(uri);
  if (!document) {
    void vscode.window.showInformationMessage('The document of this customer no longer exists.');
    return;
  }
  if (await revealCell(document)) return;
  const start = document.positionAt(range.offset);
  const end = document.positionAt(range.offset + range.length);
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(start, end),
    // Where the document is open, else in the first column: never in place of the panel.
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
  });
}

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
