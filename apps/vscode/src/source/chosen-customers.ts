import {
  findCustomers,
  type JsonPointer,
  readCustomerText,
  readJsonText,
} from '@helpcrunch-customer-kit/core';
import type { LensTarget } from '@helpcrunch-customer-kit/language-server/protocol';
import * as vscode from 'vscode';
import { findDocument } from '../editor/documents.ts';
import { type CustomerSource, nameOf, readSource } from './customer-source.ts';
import { type OffsetRange, piecesOf, selectedRanges, type TextPiece } from './text-pieces.ts';

/** A document that may hold customers, and the pieces of it that are meant. */
export interface OpenSource {
  readonly document: vscode.TextDocument;
  readonly pieces: readonly TextPiece[];
  /** Where the person is in it; empty for a file chosen by its name. */
  readonly selections: readonly OffsetRange[];
  /** How many of the pieces are selected text. */
  readonly selected: number;
}

/**
 * What the person means: the files chosen in the explorer, else the editor or notebook cell they are in. Empty when
 * that is no JSON, or when there is none.
 */
export async function openSources(args: readonly unknown[]): Promise<OpenSource[]> {
  const [clicked, chosen] = args;
  const active = activeSource();
  if (Array.isArray(chosen)) return fromFiles(chosen.filter(isJsonFile));
  if (clicked instanceof vscode.Uri && clicked.toString() !== active?.document.uri.toString()) {
    return fromFiles([clicked]);
  }
  return active && active.pieces.length > 0 ? [active] : [];
}

export async function fromFiles(uris: readonly vscode.Uri[]): Promise<OpenSource[]> {
  const documents = await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
  return documents.map((document) => ({
    document,
    pieces: [{ offset: 0, text: document.getText() }],
    selections: [],
    selected: 0,
  }));
}

/** Of all that is selected in the explorer; what else is there, folders too, was not meant. */
function isJsonFile(item: unknown): item is vscode.Uri {
  return item instanceof vscode.Uri && /\.jsonc?$/i.test(item.path);
}

function activeSource(): OpenSource | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor) return toSource(editor.document, editor.selections);
  const notebook = vscode.window.activeNotebookEditor;
  // A cell that is selected without being edited has no editor of its own.
  const cell = notebook?.notebook.cellAt(notebook.selection.start);
  return cell && toSource(cell.document, []);
}

function toSource(document: vscode.TextDocument, ranges: readonly vscode.Range[]): OpenSource {
  const text = document.getText();
  // In the order of the text: the editor names the one that was made last first.
  const selections = ranges
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }))
    .sort((one, other) => one.start - other.start);
  const pieces = piecesOf({ text, languageId: document.languageId, selections });
  const selected = selectedRanges(text, selections).length;
  return { document, selections, selected, pieces };
}

interface CustomerItem extends vscode.QuickPickItem {
  readonly document: vscode.TextDocument;
  readonly candidate: Candidate;
  readonly version: number;
}

/**
 * The customers that are meant. Of a list one is picked by name; of several selections or files all are ticked, and
 * the person may untick some. Empty when nothing was picked.
 */
export async function pickCustomers(sources: readonly OpenSource[]): Promise<CustomerSource[]> {
  const found = sources.map((source) => ({ ...source, candidates: candidatesIn(source.pieces) }));
  const [only] = found;
  const meant = found.length === 1 && only ? meantCandidate(only.candidates, only.selections) : undefined;
  if (only && meant) return [sourceOf(only.document, meant)];

  const items = found.flatMap(({ document, candidates }) =>
    candidates.map((candidate) => toItem(document, candidate)),
  );
  const isSeveral = sources.length > 1 || (only?.selected ?? 0) > 1;
  const picked = isSeveral ? await pickSeveral(items) : await pickOne(items);
  if (picked.some(({ document, version }) => document.version !== version)) {
    void vscode.window.showWarningMessage(
      'The text was changed in the meantime, so nothing was sent. Try again.',
    );
    return [];
  }
  return picked.map(({ document, candidate }) => sourceOf(document, candidate));
}

async function pickOne(items: readonly CustomerItem[]): Promise<CustomerItem[]> {
  const item = await vscode.window.showQuickPick(items, {
    title: `${items.length} customers: which one?`,
    placeHolder: 'Of a list one is created at a time',
    matchOnDescription: true,
  });
  return item ? [item] : [];
}

async function pickSeveral(items: readonly CustomerItem[]): Promise<CustomerItem[]> {
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: item.candidate.isMeant })),
    {
      title: `${items.length} customers: create which?`,
      placeHolder: 'They are created one after the other',
      canPickMany: true,
      matchOnDescription: true,
    },
  );
  return picked ?? [];
}

function sourceOf(document: vscode.TextDocument, candidate: Candidate): CustomerSource {
  return readSource(document.uri.toString(), candidate, document.getText());
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

/** One customer that may be meant: its own text, and what it is called in a list. */
export interface Candidate extends TextPiece {
  readonly label: string;
  /** Its place in the piece it came from. */
  readonly path: JsonPointer;
  /** The only one in its piece: selecting that text meant this customer. */
  readonly isMeant: boolean;
}

/**
 * The customers in pieces of text. A piece without any, or that is no JSON, stays as it is: reading it says what is
 * wrong.
 */
export function candidatesIn(pieces: readonly TextPiece[]): Candidate[] {
  return pieces.flatMap((piece) => {
    const { json } = readCustomerText(piece.text);
    const found = json.value === undefined ? [] : findCustomers(json.value);
    if (found.length === 0) {
      return [{ ...piece, path: '', label: nameOf(undefined, piece.text), isMeant: true }];
    }
    return found.map(({ path, value }) => {
      const { offset, length } = json.rangeOf(path);
      const text = piece.text.slice(offset, offset + length);
      // The whole piece keeps what stands around the object, so that nothing after it goes unseen.
      const own = path === '' ? piece : { offset: piece.offset + offset, text };
      return { ...own, path, label: nameOf(value, text), isMeant: found.length === 1 };
    });
  });
}

/** The one candidate that is meant: the only one, or the one that the only cursor stands in. */
export function meantCandidate(
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

/** True for what a code lens passes to its command. */
export function isLensTarget(value: unknown): value is LensTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, path } = value as Partial<Record<keyof LensTarget, unknown>>;
  return typeof uri === 'string' && typeof path === 'string';
}

/** The customer under a lens; `undefined`, and said, when it is not there any more. */
export async function lensSource({ uri, path }: LensTarget): Promise<CustomerSource | undefined> {
  const document = await findDocument(uri);
  const text = document?.getText() ?? '';
  if (document && path === '') return readSource(document.uri.toString(), { offset: 0, text }, text);
  const json = readJsonText(text);
  const { offset, length } = json.rangeOf(path);
  // The nearest parent is found for a path that is not there.
  if (document && json.pathAt(offset) === path) {
    return readSource(document.uri.toString(), { offset, text: text.slice(offset, offset + length) }, text);
  }
  void vscode.window.showWarningMessage(
    'The text was changed in the meantime, so nothing was sent. Try again.',
  );
  return undefined;
}
