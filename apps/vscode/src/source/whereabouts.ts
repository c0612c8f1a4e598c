import {
  isJsonObject,
  type JsonPointer,
  type JsonValue,
  readJsonText,
  type TextRange,
} from '@helpcrunch-customer-kit/core';
import { growThrough } from './grow-range.ts';
import { nearestValue } from './nearest-value.ts';
import type { TextPiece } from './text-piece.ts';
import type { TextChange } from './tracked-text.ts';

/** Where a customer's text stands in a document that is edited. */
export interface Whereabouts {
  /** Its own text; `undefined` since a change took in more than it, as when a whole document is replaced. */
  readonly piece: TextRange | undefined;
  /** Its path in the document; `undefined` where the document as a whole is no JSON. */
  readonly documentPath: JsonPointer | undefined;
  /** Its name, email and userId, which tell it from whoever else may stand at that path one day. */
  readonly marks: readonly JsonValue[];
}

export function whereaboutsOf({ offset, text }: TextPiece, documentText: string): Whereabouts {
  const { value } = readJsonText(text);
  const marks = value === undefined ? [] : marksOf(value);
  const piece = { offset, length: text.length };
  if (piece.length >= documentText.length) return { piece, documentPath: '', marks };
  const document = readJsonText(documentText);
  const start = offset + text.search(/\S|$/);
  const path = document.value === undefined ? undefined : document.pathAt(start);
  const documentPath = path !== undefined && document.rangeOf(path).offset === start ? path : undefined;
  return { piece, documentPath, marks };
}

export function movedThrough(where: Whereabouts, changes: readonly TextChange[]): Whereabouts {
  return where.piece ? { ...where, piece: growThrough(where.piece, changes) } : where;
}

/** The customer's text in its document as that is now; `undefined` when it is not to be found. */
export function pieceIn(
  { piece, documentPath, marks }: Whereabouts,
  documentText: string,
): TextPiece | undefined {
  // What fills its document goes on doing so.
  if (documentPath === '') return cut(documentText, { offset: 0, length: documentText.length });
  if (piece) return cut(documentText, piece);
  if (documentPath === undefined) return undefined;
  const document = readJsonText(documentText);
  const found = document.value === undefined ? undefined : nearestValue(document.value, documentPath);
  if (found?.path !== documentPath || !isSame(marksOf(found.value), marks)) return undefined;
  return cut(documentText, document.rangeOf(documentPath));
}

/** The same where the edits since were not seen: the customer is known by its name, email or userId alone. */
export function pieceUnseen(where: Whereabouts, documentText: string): TextPiece | undefined {
  if (where.documentPath !== undefined) return pieceIn({ ...where, piece: undefined }, documentText);
  const piece = where.piece && cut(documentText, where.piece);
  const value = piece && readJsonText(piece.text).value;
  return value !== undefined && isSame(marksOf(value), where.marks) ? piece : undefined;
}

function cut(text: string, { offset, length }: TextRange): TextPiece | undefined {
  const part = text.slice(offset, offset + length);
  return part.trim() === '' ? undefined : { offset, text: part };
}

function marksOf(value: JsonValue): JsonValue[] {
  return ['name', 'email', 'userId'].map((key) => (isJsonObject(value) && value[key]) || null);
}

/** One of name, email and userId may have been changed; one is still as it was. */
function isSame(marks: readonly JsonValue[], others: readonly JsonValue[]): boolean {
  return marks.some((mark, index) => mark !== null && mark === others[index]);
}
