import { type JsonPointer, pointerSegments, type TextRange } from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';

/** The value at a path. Of a key written twice it is the later one, as in `JSON.parse`. */
export function nodeAt(root: Node | undefined, path: JsonPointer): Node | undefined {
  const { node, isExact } = locate(root, path);
  return isExact ? node : undefined;
}

/** The value at a path, or the innermost value on the way to it. */
export function locate(
  root: Node | undefined,
  path: JsonPointer,
): { readonly node: Node | undefined; readonly isExact: boolean } {
  let node = root;
  for (const segment of pointerSegments(path)) {
    const part: Node | undefined = node && partOf(node, segment);
    if (!part) return { node, isExact: false };
    node = part;
  }
  return { node, isExact: true };
}

/** Objects with more keys get an index, so that a document with many issues takes linear time. */
const maxUnindexedKeys = 32;
const indices = new WeakMap<Node, ReadonlyMap<unknown, Node>>();

/** The value of a key in an object, or of an index in a list. */
export function partOf(node: Node, segment: string): Node | undefined {
  const { type, children = [] } = node;
  if (type === 'array') return /^\d+$/.test(segment) ? children[Number(segment)] : undefined;
  if (children.length > maxUnindexedKeys) return indexOf(node).get(segment);
  return children.findLast((part) => part.type === 'property' && part.children?.[0]?.value === segment)
    ?.children?.[1];
}

function indexOf(node: Node): ReadonlyMap<unknown, Node> {
  const known = indices.get(node);
  if (known) return known;
  const index = new Map<unknown, Node>();
  for (const { type, children: [key, value] = [] } of node.children ?? []) {
    if (type === 'property' && key && value) index.set(key.value, value);
  }
  indices.set(node, index);
  return index;
}

/** The property of a value in an object. */
export function propertyOf(node: Node | undefined): Node | undefined {
  return node?.parent?.type === 'property' ? node.parent : undefined;
}

/** The key of a value in an object. */
export function keyOf(node: Node | undefined): Node | undefined {
  return propertyOf(node)?.children?.[0];
}

/** The text of a string; `undefined` for any other value. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}

/** The source text of a node, quotes included. */
export function sourceOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

export function toRange(document: TextDocument, { offset, length }: TextRange): Range {
  return { start: document.positionAt(offset), end: document.positionAt(offset + length) };
}
