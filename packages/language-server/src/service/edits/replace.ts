import type { Node } from 'jsonc-parser';
import type { Change } from './change.ts';

/** Puts JSON text in the place of a value or a key. */
export function replaceNode({ offset, length }: Node, text: string): Change {
  return { offset, length, text };
}

/** Puts a text value in the place of a value or a key. */
export function replaceWithText(node: Node, text: string): Change {
  return replaceNode(node, JSON.stringify(text));
}
