import { findCustomers, type JsonPointer, readCustomerText } from '@helpcrunch-customer-kit/core';
import { nameOf } from './customer-source.ts';
import type { OffsetRange, TextPiece } from './text-piece.ts';

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
