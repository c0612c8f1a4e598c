import type { Node } from 'jsonc-parser';

/** The node at keys and indices below a node, or the last one on the way that exists. */
export type NodeFinder = (root: Node, segments: readonly string[]) => Node;

/** Objects with more keys get an index, so that looking up a thousand places costs about as much as one. */
const maxUnindexedKeys = 32;

export function createNodeFinder(): NodeFinder {
  const indices = new WeakMap<Node, ReadonlyMap<unknown, Node>>();

  function partOf(node: Node, segment: string): Node | undefined {
    const { type, children = [] } = node;
    if (type === 'array') return /^\d+$/.test(segment) ? children[Number(segment)] : undefined;
    if (children.length <= maxUnindexedKeys) return valuesByKey(children).get(segment);
    const index = indices.get(node) ?? valuesByKey(children);
    indices.set(node, index);
    return index.get(segment);
  }

  return (root, segments) => {
    let node = root;
    for (const segment of segments) {
      const next = partOf(node, segment);
      if (!next) break;
      node = next;
    }
    return node;
  };
}

/** Of a duplicate key the later one, since its value is the one that is read. */
function valuesByKey(properties: readonly Node[]): ReadonlyMap<unknown, Node> {
  const values = new Map<unknown, Node>();
  for (const { children: [key, value] = [] } of properties) if (key && value) values.set(key.value, value);
  return values;
}
