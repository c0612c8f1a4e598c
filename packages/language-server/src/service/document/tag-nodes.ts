import type { Node } from 'jsonc-parser';
import { partOf } from './node-at.ts';

/** The tags of a customer that are objects. */
export function tagNodes(customer: Node): Node[] {
  const tags = partOf(customer, 'tags');
  return tags?.type === 'array' ? (tags.children ?? []).filter(({ type }) => type === 'object') : [];
}
