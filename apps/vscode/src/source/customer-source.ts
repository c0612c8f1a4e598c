import {
  type JsonPointer,
  type ReadCustomer,
  readCustomerText,
  type TextRange,
} from '@helpcrunch-customer-kit/core';
import type { TextPiece } from './text-piece.ts';
import { shiftThrough, type TextChange } from './tracked-text.ts';

/** A customer as it was read from a document, which may be edited while the customer is on its way. */
export interface CustomerSource {
  /** The document, as text. */
  readonly uri: string;
  readonly customer: ReadCustomer;
  /** The whole piece, as it was read. */
  readonly piece: TextRange;
  /** Where a part stood when it was read. */
  rangeThen(path: JsonPointer, part?: 'key' | 'value'): TextRange;
  /** Where a range of then stands now; `undefined` when that text was changed since. */
  now(range: TextRange): TextRange | undefined;
  /** To be told of every edit of the document. */
  edited(changes: readonly TextChange[]): void;
}

/** Reads a piece of a document as a customer, and keeps the way back to each part of it through later edits. */
export function readSource(uri: string, { offset, text }: TextPiece): CustomerSource {
  const { json, draft, issues } = readCustomerText(text);
  const edits: (readonly TextChange[])[] = [];
  return {
    uri,
    customer: { draft, issues },
    piece: { offset, length: text.length },
    rangeThen(path, part) {
      const range = json.rangeOf(path, part);
      return { offset: offset + range.offset, length: range.length };
    },
    now: (range) =>
      edits.reduce<TextRange | undefined>((moved, changes) => moved && shiftThrough(moved, changes), range),
    edited(changes) {
      edits.push(changes);
    },
  };
}
