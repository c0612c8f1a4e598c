import { getNodePath, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type JsonPointer, type JsonValue, pointerSegments, toPointer } from '../customer/json.ts';
import { inexactNumber } from '../rules/custom-data-rules.ts';
import { isExactNumber } from '../rules/exact-number.ts';
import { collectIssues } from '../rules/issue-collector.ts';
import { duplicateKey, notJson } from '../rules/json-rules.ts';
import type { Issue } from '../rules/rules.ts';
import { type JsonLimits, limitIssue } from './json-limits.ts';
import { createNodeFinder } from './node-finder.ts';
import { syntaxDetail } from './syntax-detail.ts';

/** A span of the untouched text, in UTF-16 units. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

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

const parseOptions = { allowTrailingComma: true, disallowComments: false };

/**
 * Reads JSON as people write it: comments, trailing commas, a byte-order mark and CRLF are fine. Never throws: text that
 * is not JSON, or over a limit, has an issue instead of a value.
 */
export function readJsonText(text: string, limits?: Partial<JsonLimits>): JsonText {
  // The parser rejects a byte-order mark; a blank in its place keeps every offset.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const overLimit = limitIssue(source, limits);
  if (overLimit) return located(source, undefined, undefined, [overLimit]);

  const errors: ParseError[] = [];
  const root = parseTree(source, errors, parseOptions);
  const [first] = errors;
  if (first || !root) {
    const { offset, length } = within(source, first ?? { offset: 0, length: 0 });
    const parserCode = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return located(source, root, undefined, [
      notJson.at('', { offset, length, parserCode, detail: syntaxDetail(source, offset) }),
    ]);
  }
  return jsonTextOf(source, root);
}

/** What `readJsonText` returns, of text that was parsed by another parser. */
export function jsonTextOf(source: string, tree: Node): JsonText {
  return located(source, tree, toValue(tree), literalIssues(source, tree));
}

function located(
  source: string,
  root: Node | undefined,
  value: JsonValue | undefined,
  issues: readonly Issue[],
): JsonText {
  const nearestNode = createNodeFinder();
  return {
    text: source,
    value,
    issues,
    tree: root,
    rangeOf(path, part = 'value') {
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

/** Built by hand, since assigning a `__proto__` key would set a prototype. */
function toValue(node: Node): JsonValue {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value as JsonValue;
  const value: Record<string, JsonValue> = {};
  for (const { children: [keyNode, part] = [] } of node.children ?? []) {
    if (!keyNode || !part) continue;
    const key = String(keyNode.value);
    if (key !== '__proto__') value[key] = toValue(part);
    else
      Object.defineProperty(value, key, {
        value: toValue(part),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return value;
}

/** Issues that only the text shows: duplicate keys, and numbers that parsing rounds. */
function literalIssues(source: string, root: Node): Issue[] {
  const issues = collectIssues<Issue>();
  // One path that grows and shrinks, and is copied only for an issue.
  const path: (string | number)[] = [];
  visit(root);
  return issues.list();

  function visit(node: Node): void {
    if (node.type === 'number') visitNumber(node);
    else if (node.type === 'array') visitArray(node);
    else if (node.type === 'object') visitObject(node);
  }

  function step(segment: string | number, node: Node): void {
    path.push(segment);
    visit(node);
    path.pop();
  }

  function visitArray({ children = [] }: Node): void {
    for (const [index, child] of children.entries()) step(index, child);
  }

  function visitNumber({ offset, length, value }: Node): void {
    const written = source.slice(offset, offset + length);
    if (isExactNumber(written)) return;
    issues.add(inexactNumber.at(toPointer(path), { written, stored: String(value) }));
  }

  function visitObject(node: Node): void {
    const seen = new Set<string>();
    for (const { children: [keyNode, value] = [] } of node.children ?? []) {
      if (!keyNode || !value) continue;
      const key = String(keyNode.value);
      if (seen.has(key)) issues.add(duplicateKey.at(toPointer([...path, key]), { key }));
      seen.add(key);
      step(key, value);
    }
  }
}
