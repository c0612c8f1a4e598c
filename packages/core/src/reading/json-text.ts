import { getNodePath, type Node, printParseErrorCode } from 'jsonc-parser';
import { type JsonPointer, type JsonValue, pointerSegments, toPointer } from '../customer/json.ts';
import { notJson } from '../rules/json-rules.ts';
import type { Issue } from '../rules/rules.ts';
import { rereadItem } from './json-edit.ts';
import { defaultJsonLimits, type JsonLimits, limitIssue } from './json-limits.ts';
import { JsonNode, parseJson } from './json-tree.ts';
import { syntaxDetail } from './syntax-detail.ts';
import type { TextRange } from './text-change.ts';

/** JSON text after parsing: its value, its issues as JSON, and the mapping between paths and offsets. */
export interface JsonText {
  /** The text, with a blank in place of a byte-order mark. */
  readonly text: string;
  /** `undefined` when the text is not JSON or over a limit. */
  readonly value: JsonValue | undefined;
  readonly issues: readonly Issue[];
  /** The parser's tree, even of broken text; `undefined` for empty text and text over a limit. */
  readonly tree: Node | undefined;
  /** The range of a path in the text, or of its nearest parent when the path is not there. */
  rangeOf(path: JsonPointer, part?: 'key' | 'value'): TextRange;
  /** The path of the innermost value or key at an offset. */
  pathAt(offset: number): JsonPointer;
}

export interface ReadJsonOptions extends Partial<JsonLimits> {
  /** An earlier version of the text, which must not be used afterwards: what did not change is taken from it. */
  readonly earlier?: JsonText | undefined;
}

/**
 * Reads JSON as people write it: comments, trailing commas, a byte-order mark and CRLF are fine. Never throws: text that
 * is not JSON, or over a limit, has an issue instead of a value.
 */
export function readJsonText(text: string, { earlier, ...asked }: ReadJsonOptions = {}): JsonText {
  // The parser rejects a byte-order mark; a blank in its place keeps every offset.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const limits = { ...defaultJsonLimits, ...asked };
  if (earlier?.tree instanceof JsonNode && source.length <= limits.characters) {
    const reread = rereadItem({ ...earlier, root: earlier.tree }, source, limits.depth);
    if (reread) return located(source, reread.root, reread.value, reread.issues);
  }
  const overLimit = limitIssue(source, limits);
  if (overLimit) return located(source, undefined, undefined, [overLimit]);

  const { root, value, issues, errors } = parseJson(source, { movesItems: true });
  const [first] = errors;
  if (first || !root) {
    const { offset, length } = within(source, first ?? { offset: 0, length: 0 });
    const parserCode = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return located(source, root, undefined, [
      notJson.at('', { offset, length, parserCode, detail: syntaxDetail(source, offset) }),
    ]);
  }
  return located(source, root, value, issues);
}

/** What is known of a text once it was parsed, by whatever parser. */
export function located(
  source: string,
  root: Node | undefined,
  value: JsonValue | undefined,
  issues: readonly Issue[],
): JsonText {
  let nearestNode: NodeFinder | undefined;
  return {
    text: source,
    value,
    issues,
    tree: root,
    rangeOf(path, part = 'value') {
      nearestNode ??= createNodeFinder();
      const node = root && nearestNode(root, pointerSegments(path));
      if (!node) return { offset: 0, length: source.length };
      const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
      return within(source, part === 'key' && key ? key : node);
    },
    pathAt: (offset) => (root ? toPointer(getNodePath(innermostNode(root, offset))) : ''),
  };
}

/** For broken text, such as an open comment, a range of the parser may end past the text. */
function within(source: string, range: TextRange): TextRange {
  const offset = Math.min(range.offset, source.length);
  return { offset, length: Math.min(range.length, source.length - offset) };
}

function innermostNode(node: Node, offset: number): Node {
  const child = node.children?.find((part) => offset >= part.offset && offset <= part.offset + part.length);
  return child ? innermostNode(child, offset) : node;
}

/** The node at keys and indices below a node, or the last one on the way that exists. */
type NodeFinder = (root: Node, segments: readonly string[]) => Node;

/** Objects with more keys get an index, so that looking up a thousand places costs about as much as one. */
const maxUnindexedKeys = 32;

function createNodeFinder(): NodeFinder {
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
