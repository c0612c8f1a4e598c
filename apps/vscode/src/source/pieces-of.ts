import { fencedJson } from './fenced-json.ts';
import type { DocumentView, OffsetRange, TextPiece } from './text-piece.ts';

/**
 * The pieces of a document that a person may mean: every selection, else the fenced JSON of Markdown, else the whole
 * text when it is JSON by its language or by its looks. Empty when nothing here is meant to be JSON.
 */
export function piecesOf({ text, languageId, selections }: DocumentView): TextPiece[] {
  const selected = selectedRanges(text, selections);
  if (selected.length > 0) return selected.map((range) => selectedPiece(text, range));
  if (languageId === 'markdown') return aroundCursor(fencedJson(text), selections);
  const looksLikeJson = /^(?:json|jsonc|json5)$/.test(languageId) || /^\uFEFF?\s*[[{]/.test(text);
  return looksLikeJson ? [{ offset: 0, text }] : [];
}

/** The selections that hold more than blanks. */
export function selectedRanges(text: string, selections: readonly OffsetRange[]): OffsetRange[] {
  return selections.filter(({ start, end }) => text.slice(start, end).trim() !== '');
}

/** A comma after the last brace comes along when lines of a list are selected. */
function selectedPiece(text: string, { start, end }: OffsetRange): TextPiece {
  const selected = text.slice(start, end);
  return { offset: start, text: selected.replace(/(?<=[}\]]\s*),\s*$/, '') };
}

function aroundCursor(pieces: readonly TextPiece[], selections: readonly OffsetRange[]): TextPiece[] {
  const around = pieces.filter(({ offset, text }) =>
    selections.some(({ start }) => start >= offset && start <= offset + text.length),
  );
  return [...(around.length > 0 ? around : pieces)];
}
