import { type JsonPointer, pointerSegments } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';

/** The value at a path; of a key written twice the later one, since its value is the one that is read. */
export function nodeAt(root: Node | undefined, path: JsonPointer): Node | undefined {
  return pointerSegments(path).reduce<Node | undefined>(
    (node, segment) => node && partOf(node, segment),
    root,
  );
}

/** The value at a path, or the innermost value on the way to it. */
export function nearestNode(root: Node | undefined, path: JsonPointer): Node | undefined {
  let node = root;
  for (const segment of pointerSegments(path)) {
    const part: Node | undefined = node && partOf(node, segment);
    if (!part) break;
    node = part;
  }
  return node;
}

/** The value that a key or an index has in an object or a list. */
export function partOf(node: Node, segment: string): Node | undefined {
  if (node.type === 'array') return /^\d+$/.test(segment) ? node.children?.[Number(segment)] : undefined;
  const property = node.children?.findLast(
    ({ type, children }) => type === 'property' && children?.[0]?.value === segment,
  );
  return property?.children?.[1];
}

/** The property that a value belongs to, if it stands in an object. */
export function propertyOf(node: Node | undefined): Node | undefined {
  return node?.parent?.type === 'property' ? node.parent : undefined;
}

/** The key that a value has, if it stands in an object. */
export function keyOf(node: Node | undefined): Node | undefined {
  return propertyOf(node)?.children?.[0];
}

/** The text of a string, or `undefined` for anything else. */
export function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}
