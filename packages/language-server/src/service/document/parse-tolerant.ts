import type { JsonText, JsonValue } from '@helpcrunch-customer-kit/core';
import { getNodeValue, type Node, parseTree } from 'jsonc-parser';

/**
 * The tree of a text, broken JSON included: what can be seen stays while someone types. Nothing for a text over the
 * limits, which the parser may not survive.
 */
export function parseTolerant(text: string, json: JsonText): Node | undefined {
  if (json.issues.some(({ code }) => code === 'too-large' || code === 'too-deep')) return undefined;
  // The parser knows no byte-order mark; a blank in its place keeps every offset where it was.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  return parseTree(source, [], { allowTrailingComma: true, disallowComments: false });
}

/** The value of a text, or as much of it as a broken text shows. */
export function tolerantValue(json: JsonText, root: Node | undefined): JsonValue | undefined {
  return json.value ?? (root && getNodeValue(root));
}
