import type { JsonText, JsonValue } from '@helpcrunch-customer-kit/core';
import { getNodeValue } from 'jsonc-parser';

/** The value of a text, or as much of it as a broken text shows: what can be seen stays while someone types. */
export function tolerantValue({ value, tree }: JsonText): JsonValue | undefined {
  return value ?? (tree && getNodeValue(tree));
}
