import type { TextRange } from '@helpcrunch-customer-kit/core';

/** A piece of text that is replaced; a length of 0 inserts. Offsets count UTF-16 units of the text as it is. */
export interface Change extends TextRange {
  readonly text: string;
}

/** The text with changes made, which must not overlap. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let [changed, at] = ['', 0];
  for (const change of changes.toSorted((one, other) => one.offset - other.offset)) {
    changed += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return changed + text.slice(at);
}

/** True when two changes touch the same text, or insert at the same place. */
export function overlap(one: Change, other: Change): boolean {
  if (one.offset === other.offset) return true;
  const [first, second] = one.offset < other.offset ? [one, other] : [other, one];
  return first.offset + first.length > second.offset;
}
