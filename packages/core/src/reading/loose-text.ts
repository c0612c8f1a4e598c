import type { Node } from 'jsonc-parser';
import { type JsonValue, toPointer } from '../customer/json.ts';
import { inexactNumber, isExactNumber } from '../rules/custom-data-rules.ts';
import { collectIssues } from '../rules/issue-collector.ts';
import { duplicateKey } from '../rules/json-rules.ts';
import type { Issue } from '../rules/rules.ts';
import type { JsonLimits } from './json-limits.ts';
import { type JsonText, located, readJsonText } from './json-text.ts';
import { afterTrivia } from './literal-tokens.ts';
import { readObjectLiteral } from './object-literal.ts';

/**
 * Reads JSON as `readJsonText` does, or an object or a list as JavaScript, TypeScript and JSON5 write it. Text with anything
 * computed in it is not JSON.
 */
export function readLooseText(text: string, limits?: Partial<JsonLimits>): JsonText {
  const json = readJsonText(text, limits);
  const { text: source, tree, value } = json;
  if (value !== undefined || !tree) return json;
  const literal = readObjectLiteral(source, afterTrivia(source, 0));
  if (!literal || literal.computed.length > 0) return json;
  const { node } = literal;
  const isWhole = afterTrivia(source, node.offset + node.length) === source.length;
  return isWhole ? jsonTextOf(source, node) : json;
}

/** What `readJsonText` returns, of text that was parsed by another parser. */
export function jsonTextOf(source: string, tree: Node): JsonText {
  return located(source, tree, treeValue(tree), treeIssues(source, tree));
}

// For trees of another parser; `parseJson` finds the same in its one pass.

/** The value of a tree, built by hand, since assigning a `__proto__` key would set a prototype. */
function treeValue(node: Node): JsonValue {
  if (node.type === 'array') return (node.children ?? []).map(treeValue);
  if (node.type !== 'object') return node.value as JsonValue;
  const value: Record<string, JsonValue> = {};
  for (const { children: [keyNode, part] = [] } of node.children ?? []) {
    if (!keyNode || !part) continue;
    const key = String(keyNode.value);
    if (key !== '__proto__') value[key] = treeValue(part);
    else
      Object.defineProperty(value, key, {
        value: treeValue(part),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return value;
}

/** Issues that only the text shows: duplicate keys, and numbers that parsing rounds. */
function treeIssues(source: string, root: Node): Issue[] {
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
