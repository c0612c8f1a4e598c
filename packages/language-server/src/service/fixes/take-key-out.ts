import {
  containsKeyLikeText,
  hideKeys,
  type JsonPointer,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import { keyOf, propertyOf, textOf } from '../document/node-at.ts';
import { removePart } from '../edits/remove-part.ts';
import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** The key goes, and what stands around it stays; where nothing else stands, the whole entry goes. */
export const takeKeyOut = defineFix({
  codes: ['key-like-text'],
  certainty: 'sure',
  title: () => 'Remove the API key',
  changes: ({ issue, node, text }) => {
    const rest = withoutKeys(textOf(node) ?? '');
    const isInKey = containsKeyLikeText(textOf(keyOf(node)) ?? '');
    return rest !== '' && !isInKey
      ? [replaceWithText(node, rest)]
      : removePart(text, entryOf(node, issue.path));
  },
});

function withoutKeys(text: string): string {
  return hideKeys(text)
    .replaceAll(/(?:\bBearer\s+)?\[hidden\]/gi, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** A tag and a listed attribute are nothing without their name or value; anything else is a property alone. */
function entryOf(node: Node, path: JsonPointer): Node {
  const property = propertyOf(node) ?? node;
  const [, index, part] = pointerSegments(path);
  return index !== undefined && /^(?:name|property|value)$/.test(part ?? '') && property.parent
    ? property.parent
    : property;
}
