import { type JsonPointer, pointerSegments, toPointer } from '@helpcrunch-customer-kit/core';
import { findNodeAtOffset, getNodePath, type Node } from 'jsonc-parser';
import type { Analysis, CustomerNode } from './analysis.ts';

/** What stands at an offset of a document, seen from the customer it belongs to. */
export interface Spot {
  readonly customer: CustomerNode;
  /** The innermost value, or the value of the key. */
  readonly node: Node;
  /** Keys and indices within the customer. */
  readonly segments: readonly string[];
  /** The offset is in a key rather than in a value. */
  readonly isKey: boolean;
}

/** `undefined` outside of every customer. */
export function spotAt(analysis: Analysis, offset: number): Spot | undefined {
  const { root } = analysis;
  const found = root && findNodeAtOffset(root, offset, true);
  if (!found) return undefined;
  const isKey = found.parent?.type === 'property' && found.parent.children?.[0] === found;
  const node = isKey ? found.parent?.children?.[1] : found;
  if (!node || node.type === 'property') return undefined;
  const path = toPointer(getNodePath(found));
  const customer = holderOf(analysis, path);
  return customer && { customer, node, segments: pointerSegments(path.slice(customer.path.length)), isKey };
}

/** Customers stand at the root, in a list, or in a page's list. */
function holderOf({ customers }: Analysis, path: JsonPointer): CustomerNode | undefined {
  const [first] = customers;
  if (first?.path === '') return first;
  const depth = first ? pointerSegments(first.path).length : 0;
  const segments = pointerSegments(path).slice(0, depth);
  const index = Number(segments.at(-1));
  const customer = segments.length === depth ? customers[index] : undefined;
  // A broken list may leave a customer out, and so shift those after it.
  return customer?.path === toPointer(segments)
    ? customer
    : customers.find((other) => other.path === toPointer(segments));
}
