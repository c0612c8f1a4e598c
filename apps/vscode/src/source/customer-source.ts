import {
  customerName,
  isJsonObject,
  type JsonPointer,
  type JsonValue,
  type ReadCustomer,
  readCustomerText,
  type TextRange,
} from '@helpcrunch-customer-kit/core';
import { nearestValue } from './nearest-value.ts';
import type { TextPiece } from './text-piece.ts';
import { shiftThrough, type TextChange } from './tracked-text.ts';
import { movedThrough, type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** A customer as it was read from a document, which may be edited while the customer is on its way. */
export interface CustomerSource {
  /** The document, as text. */
  readonly uri: string;
  /** What the customer is called in a list. */
  readonly name: string;
  readonly customer: ReadCustomer;
  /** The whole piece, as it was read. */
  readonly piece: TextRange;
  /** Where the customer's text stands after the edits so far. */
  readonly whereabouts: Whereabouts;
  /** Where a part stood when it was read. */
  rangeThen(path: JsonPointer, part?: 'key' | 'value'): TextRange;
  /** What stood there, or at the nearest parent that was there; `undefined` where the text was no JSON. */
  valueThen(path: JsonPointer): { readonly path: JsonPointer; readonly value: JsonValue } | undefined;
  /** Where a range of then stands now; `undefined` when that text was changed since. */
  now(range: TextRange): TextRange | undefined;
  /** To be told of every edit of the document. */
  edited(changes: readonly TextChange[]): void;
}

/** Reads a piece of a document as a customer, and keeps the way back to each part of it through later edits. */
export function readSource(uri: string, piece: TextPiece, documentText: string): CustomerSource {
  const { offset, text } = piece;
  const { json, draft, issues } = readCustomerText(text);
  const edits: (readonly TextChange[])[] = [];
  let whereabouts = whereaboutsOf(piece, documentText);
  return {
    uri,
    name: nameOf(json.value, text),
    customer: { draft, issues },
    piece: { offset, length: text.length },
    get whereabouts() {
      return whereabouts;
    },
    rangeThen(path, part) {
      const range = json.rangeOf(path, part);
      return { offset: offset + range.offset, length: range.length };
    },
    valueThen: (path) => (json.value === undefined ? undefined : nearestValue(json.value, path)),
    now: (range) =>
      edits.reduce<TextRange | undefined>((moved, changes) => moved && shiftThrough(moved, changes), range),
    edited(changes) {
      edits.push(changes);
      whereabouts = movedThrough(whereabouts, changes);
    },
  };
}

/** Text that is no JSON is called by how it begins. */
export function nameOf(value: JsonValue | undefined, text: string): string {
  if (isJsonObject(value)) return customerName(value);
  return text.trim().split(/\r?\n/, 1)[0]?.slice(0, 40) ?? '';
}
