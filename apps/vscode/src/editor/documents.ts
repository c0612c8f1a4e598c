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

/** Opens a file of this machine, at a line, counted from 1, as a link of a result asks for it. */
export async function openFile(path: unknown, line?: unknown): Promise<void> {
  if (typeof path !== 'string') return;
  const place = new vscode.Position(typeof line === 'number' && line > 0 ? line - 1 : 0, 0);
  try {
    await vscode.window.showTextDocument(vscode.Uri.file(path), {
      viewColumn: vscode.ViewColumn.One,
      ...(line === undefined ? {} : { selection: new vscode.Range(place, place) }),
    });
  } catch {
    void vscode.window.showWarningMessage(`${fileName(path)} no longer exists.`);
  }
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Asks for a folder, that of a document to begin with, and copies files into it. Files that are there stay. */
export async function saveFiles(paths: readonly string[], near: string | undefined): Promise<void> {
  const uri = near === undefined ? undefined : vscode.Uri.parse(near);
  const beside = uri?.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : undefined;
  const defaultUri = beside ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: 'Save result files',
      openLabel: 'Save Here',
      canSelectFiles: false,
      canSelectFolders: true,
      ...(defaultUri ? { defaultUri } : {}),
    })) ?? [];
  if (!folder) return;
  const saved: string[] = [];
  for (const path of paths) saved.push(await copyInto(folder, vscode.Uri.file(path)));
  vscode.window.setStatusBarMessage(`Saved ${saved.join(', ')}.`, 10_000);
}

/** Returns the name of the copy: with a number where the name is taken. */
async function copyInto(folder: vscode.Uri, file: vscode.Uri, number = 1): Promise<string> {
  const name = fileName(file.path).replace(/(?=\.[^.]*$)/, number === 1 ? '' : `-${number}`);
  const target = vscode.Uri.joinPath(folder, name);
  const isTaken = await vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (isTaken) return copyInto(folder, file, number + 1);
  await vscode.workspace.fs.copy(file, target);
  return name;
}

/** The editor chooses the language of a document by its extension. */
const extensions = { json: 'json', jsonc: 'jsonc', html: 'html', text: 'txt' } as const;

export type TextKind = keyof typeof extensions;

/** A document that is open. */
export interface OpenText {
  readonly uri: string;
  /** Calls a listener once its last tab was closed. */
  onDidClose(listener: () => void): vscode.Disposable;
  close(): Promise<void>;
}

/** Texts of the extension as read-only documents `helpcrunch://texts/…`, while the window is open. */
export interface TextDocuments {
  /** Opens a text; `isQuestion`: next to the active editor, under `helpcrunch://questions/…`. */
  open(
    title: string,
    text: { readonly text: string; readonly kind: TextKind },
    options?: { readonly isQuestion?: boolean },
  ): Promise<OpenText>;
  /** What to show for a document, also after a reload. */
  read(uri: vscode.Uri): string;
}

export function createTextDocuments(): TextDocuments {
  const texts = new Map<string, string>();
  let opened = 0;
  return {
    async open(title, { text, kind }, { isQuestion = false } = {}) {
      opened += 1;
      const path = `/${opened}/${title}.${extensions[kind]}`;
      const uri = vscode.Uri.from({ scheme: ownScheme, authority: isQuestion ? 'questions' : 'texts', path });
      texts.set(uri.toString(), text);
      const document = await vscode.workspace.openTextDocument(uri);
      // A preview tab would be replaced by the next file that is opened, which would answer the question.
      const how = isQuestion ? { preview: false, viewColumn: vscode.ViewColumn.Beside } : { preview: true };
      await vscode.window.showTextDocument(document, how);
      return openText(uri);
    },
    read: (uri) =>
      texts.get(uri.toString()) ??
      (uri.authority === 'questions'
        ? '// This question is over: nothing was sent after the window was reloaded.'
        : 'No longer available. Open it again from the response.'),
  };
}

function openText(uri: vscode.Uri): OpenText {
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(isOurs);
  return {
    uri: uri.toString(),
    onDidClose: (listener) =>
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(isOurs) && tabs().length === 0) listener();
      }),
    close: async () => void (await vscode.window.tabGroups.close(tabs())),
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
