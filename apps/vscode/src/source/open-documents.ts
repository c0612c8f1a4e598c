import * as vscode from 'vscode';
import { piecesOf, selectedRanges } from './pieces-of.ts';
import type { OffsetRange, TextPiece } from './text-piece.ts';

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
