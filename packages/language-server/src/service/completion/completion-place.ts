import { pointerSegments, type TextRange } from '@helpcrunch-customer-kit/core';
import { getLocation } from 'jsonc-parser';
import type { Analysis } from '../document/analysis.ts';

/** Where something is about to be written. */
export interface CompletionPlace {
  /** Keys and indices within the customer; the last one of a key being written is the key so far. */
  readonly segments: readonly string[];
  readonly isKey: boolean;
  /** What is replaced: the text in quotes so far, or the bare word. */
  readonly range: TextRange;
  /** The text in quotes so far. */
  readonly written: string | undefined;
}

/** Understands a place in text that is broken, as it always is while it is being written. */
export function completionPlace(
  { text, root, customers }: Analysis,
  offset: number,
): CompletionPlace | undefined {
  // Without a tree the text is over the limits, which the parser may not survive.
  if (!root) return undefined;
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  const depth = pointerSegments(customers[0]?.path ?? '').length;
  const inside = previousNode && previousNode.offset < offset ? previousNode : undefined;
  const isInside = inside !== undefined && offset <= inside.offset + inside.length;
  return {
    segments: path.slice(depth).map(String),
    isKey: isAtPropertyKey,
    range: isInside ? { offset: inside.offset, length: inside.length } : bareWord(text, offset),
    written: isInside && inside.type === 'string' ? inside.value : undefined,
  };
}

function bareWord(text: string, offset: number): TextRange {
  let start = offset;
  while (start > 0 && !' \t\r\n\v":{[,]}'.includes(text.charAt(start - 1))) start -= 1;
  return { offset: start, length: offset - start };
}
