import {
  findCustomers,
  type JsonPointer,
  readJsonText,
  readLooseText,
  type VariableSource,
} from '@helpcrunch-customer-kit/core';
import type { LensTarget } from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import { findDocument } from '../editor/documents.ts';
import { ownScheme } from '../entry/contract.ts';
import { type CustomerSource, nameOf, readSource } from './customer-source.ts';
import { type ChosenText, chosenText, unreadMessage } from './text-pieces.ts';
import type { OffsetRange, TextPiece } from './touched-customers.ts';

const changedMeanwhile = 'Nothing was sent: the text changed in the meantime. Try again.';

/** A document that may hold customers, and what was chosen in it. */
export interface OpenSource extends ChosenText {
  readonly document: vscode.TextDocument;
  /** The selections in its editor; empty for a file chosen in the explorer. */
  readonly selections: readonly OffsetRange[];
}

/**
 * The files chosen in the explorer, else the active editor or notebook cell, else the last editor with customer JSON. Empty
 * when that is not JSON, or when there is none.
 */
export async function openSources(
  args: readonly unknown[],
  lastEditor: vscode.TextEditor | undefined,
): Promise<OpenSource[]> {
  const [clicked, chosen] = args;
  const active = activeSource() ?? lastSource(lastEditor);
  if (Array.isArray(chosen)) return fromFiles(chosen.filter(isJsonFile));
  // A preview or a response of this extension is not a source.
  if (clicked instanceof vscode.Uri && clicked.scheme === ownScheme) return [];
  if (clicked instanceof vscode.Uri && clicked.toString() !== active?.document.uri.toString()) {
    return fromFiles([clicked]);
  }
  return active && hasChoice(active) ? [active] : [];
}

/** What cannot be read was chosen too: the user gets a message, and is not asked for another place. */
function hasChoice({ pieces, computed, unread }: ChosenText): boolean {
  return pieces.length + computed.length + unread.length > 0;
}

export async function fromFiles(uris: readonly vscode.Uri[]): Promise<OpenSource[]> {
  const documents = await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
  return documents.map((document) => ({
    document,
    pieces: [{ offset: 0, text: document.getText() }],
    computed: [],
    unread: [],
    selections: [],
  }));
}

/** A selection in the explorer may include other files and folders. */
function isJsonFile(item: unknown): item is vscode.Uri {
  return item instanceof vscode.Uri && /\.jsonc?$/i.test(item.path);
}

function activeSource(): OpenSource | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.scheme === ownScheme) return undefined;
  if (editor) return toSource(editor.document, editor.selections);
  const notebook = vscode.window.activeNotebookEditor;
  // A selected cell that is not being edited has no editor.
  const cell = notebook?.notebook.cellAt(notebook.selection.start);
  return cell && toSource(cell.document, []);
}

function lastSource(editor: vscode.TextEditor | undefined): OpenSource | undefined {
  return editor && !editor.document.isClosed ? toSource(editor.document, editor.selections) : undefined;
}

function toSource(document: vscode.TextDocument, ranges: readonly vscode.Range[]): OpenSource {
  const text = document.getText();
  // In the order of the text: the editor lists the last one first.
  const selections = ranges
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .sort((one, other) => one.start - other.start);
  return { document, selections, ...chosenText({ text, languageId: document.languageId, selections }) };
}

interface CustomerItem extends vscode.QuickPickItem {
  readonly document: vscode.TextDocument;
  readonly candidate: Candidate;
  readonly version: number;
}

/**
 * The chosen customers. Of several, all are ticked to begin with. Empty when nothing was picked, or after a message when
 * nothing could be read.
 */
export async function pickCustomers(
  sources: readonly OpenSource[],
  variables: VariableSource,
): Promise<CustomerSource[]> {
  for (const source of sources) {
    const message = unreadMessage(source, (offset) => source.document.positionAt(offset));
    if (message !== undefined) void vscode.window.showWarningMessage(message);
  }
  const found = sources.map((source) => ({ ...source, candidates: candidatesIn(source.pieces) }));
  const [only] = found;
  const chosen = found.length === 1 && only ? chosenCandidate(only.candidates, only.selections) : undefined;
  if (only && chosen) return [sourceOf(only.document, chosen, variables)];
  const items = found.flatMap(({ document, candidates }) =>
    candidates.map((candidate) => toItem(document, candidate)),
  );
  if (only && found.length === 1 && isTooMany(only.document, items.length)) return [];
  const picked = items.length > 0 ? await pickSeveral(items) : [];
  if (picked.some(({ document, version }) => document.version !== version)) {
    void vscode.window.showWarningMessage(changedMeanwhile);
    return [];
  }
  return picked.map(({ document, candidate }) => sourceOf(document, candidate, variables));
}

/** The panel shows the response to each customer of a list; a file of more is imported, with its results in files. */
const maxListed = 200;

/** True after an offer to import the document instead. */
function isTooMany({ uri }: vscode.TextDocument, count: number): boolean {
  if (count <= maxListed) return false;
  const message = `Not sent: a list of more than ${maxListed} customers is imported from its file.`;
  const importIt = 'Import Customers…';
  void vscode.window.showInformationMessage(message, importIt).then((chosen) => {
    if (chosen === importIt) void vscode.commands.executeCommand('helpcrunch.importCustomers', uri);
  });
  return true;
}

async function pickSeveral(items: readonly CustomerItem[]): Promise<readonly CustomerItem[]> {
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: true })),
    {
      title: `Create which of ${items.length} customers?`,
      placeHolder: 'Ticked customers are created one after the other',
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return picked ?? [];
}

function sourceOf(
  document: vscode.TextDocument,
  piece: TextPiece,
  variables: VariableSource,
): CustomerSource {
  return readSource(document.uri.toString(), piece, document.getText(), variables);
}

function toItem(document: vscode.TextDocument, candidate: Candidate): CustomerItem {
  const line = document.positionAt(candidate.offset).line + 1;
  const file = document.uri.path.split('/').at(-1) ?? '';
  return {
    label: candidate.label,
    description: `${file}, line ${line}`,
    document,
    candidate,
    version: document.version,
  };
}

/** One customer to choose from: its own text, and its name in a list. */
export interface Candidate extends TextPiece {
  readonly label: string;
  /** Its path in its piece. */
  readonly path: JsonPointer;
}

/**
 * The customers in pieces of text. A piece without any, or that is not JSON, stays one candidate: reading it reports what
 * is wrong.
 */
export function candidatesIn(pieces: readonly TextPiece[]): Candidate[] {
  return pieces.flatMap((piece) => {
    const json = readLooseText(piece.text);
    const found = json.value === undefined ? [] : findCustomers(json.value);
    if (found.length === 0) {
      return [{ ...piece, path: '', label: nameOf(undefined, piece.text) }];
    }
    return found.map(({ path, value }) => {
      const { offset, length } = json.rangeOf(path);
      const text = piece.text.slice(offset, offset + length);
      // The whole piece keeps what is around the object, so that text after it is not ignored.
      const own = path === '' ? piece : { offset: piece.offset + offset, text };
      return { ...own, path, label: nameOf(value, text) };
    });
  });
}

/** The only candidate, or the one at the cursor. */
export function chosenCandidate(
  candidates: readonly Candidate[],
  selections: readonly OffsetRange[],
): Candidate | undefined {
  if (candidates.length === 1) return candidates[0];
  const [cursor] = selections;
  if (!cursor || selections.length !== 1 || cursor.start !== cursor.end) return undefined;
  return candidates.find(
    ({ offset, text }) => cursor.start >= offset && cursor.start <= offset + text.length,
  );
}

export function isLensTarget(value: unknown): value is LensTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, path } = value as Partial<Record<keyof LensTarget, unknown>>;
  return typeof uri === 'string' && typeof path === 'string';
}

/** The customers that a lens is about; empty after a message when they are not found. */
export async function lensSources(
  { uri, path, isAll }: LensTarget,
  variables: VariableSource,
): Promise<CustomerSource[]> {
  const document = await findDocument(uri);
  const text = document?.getText() ?? '';
  if (document && isAll) {
    const candidates = candidatesIn([{ offset: 0, text }]);
    return isTooMany(document, candidates.length)
      ? []
      : candidates.map((found) => sourceOf(document, found, variables));
  }
  if (document && path === '') return [sourceOf(document, { offset: 0, text }, variables)];
  const json = readJsonText(text);
  const { offset, length } = json.rangeOf(path);
  // For a path that does not exist, the range is that of its nearest parent.
  if (document && json.pathAt(offset) === path) {
    return [sourceOf(document, { offset, text: text.slice(offset, offset + length) }, variables)];
  }
  void vscode.window.showWarningMessage(changedMeanwhile);
  return [];
}
