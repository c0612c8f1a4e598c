import type { JsonLimits } from './json-limits.ts';
import { type JsonText, jsonTextOf, readJsonText } from './json-text.ts';
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
