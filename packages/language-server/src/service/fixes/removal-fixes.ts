import {
  containsKeyLikeText,
  hideKeys,
  type JsonPointer,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';
import type { Node } from 'jsonc-parser';
import { type Change, insertAfter, removePart, replaceNode, replaceWithString } from '../edits.ts';
import { keyOf, partOf, propertyOf, sourceOf, stringOf } from '../nodes.ts';
import { defineFix } from './fix.ts';

/** Fixes that remove a field or an entry, or move it elsewhere. */
export const removalFixes = [
  defineFix({
    codes: ['read-only-field'],
    certainty: 'certain',
    title: 'Remove the read-only field',
    changes({ node, text }) {
      const property = propertyOf(node);
      return property ? removePart(text, property) : [];
    },
  }),
  defineFix({
    codes: ['duplicate-tag'],
    certainty: 'certain',
    title: 'Remove the duplicate tag',
    changes: ({ node, text }) => removePart(text, node),
  }),
  // Only a person knows which of the two values is correct.
  defineFix({
    codes: ['duplicate-property'],
    certainty: 'guess',
    title: 'Remove this property and keep the first',
    changes: ({ node, text }) => removePart(text, propertyOf(node) ?? node),
  }),
  // The other fix is to name it, which only a person can do.
  defineFix({
    codes: ['tag-without-name', 'entry-without-property'],
    certainty: 'guess',
    title: ({ code }) => (code === 'tag-without-name' ? 'Remove the tag' : 'Remove the attribute'),
    changes({ node, text }) {
      // A missing name is reported at the tag itself.
      if (node.type === 'object') return removePart(text, node);
      const property = propertyOf(node);
      const object = property?.parent;
      return removePart(text, object?.parent?.type === 'array' ? object : (property ?? node));
    },
  }),
  // The text around the key stays; an entry without other text is removed.
  defineFix({
    codes: ['key-like-text'],
    certainty: 'certain',
    title: 'Remove the API key',
    changes({ issue, node, text }) {
      const rest = withoutKeys(stringOf(node) ?? '');
      const isInKey = containsKeyLikeText(stringOf(keyOf(node)) ?? '');
      return rest !== '' && !isInKey
        ? [replaceWithString(node, rest)]
        : removePart(text, entryOf(node, issue.path));
    },
  }),
  // An unknown field that resembles no known one is most likely the person's own attribute.
  defineFix({
    codes: ['unknown-field'],
    certainty: 'guess',
    title: 'Move to customData',
    changes({ issue, node, customer, text }) {
      const property = propertyOf(node);
      const key = keyOf(node);
      const isScalar = /^(?:string|number|boolean)$/.test(node.type);
      if (issue.suggestion !== undefined || !property || !key || !isScalar) return [];
      if (property.parent !== customer) return [];
      return moveToCustomData(text, customer, property, { key, value: node });
    },
  }),
];

function moveToCustomData(
  text: string,
  customer: Node,
  property: Node,
  { key, value }: { readonly key: Node; readonly value: Node },
): Change[] {
  const [name, written] = [sourceOf(text, key), sourceOf(text, value)];
  const data = partOf(customer, 'customData');
  if (!data) return [replaceNode(property, `"customData": { ${name}: ${written} }`)];
  if (partOf(data, stringOf(key) ?? '')) return [];
  const isList = data.type === 'array';
  const entry = isList ? `{ "property": ${name}, "value": ${written} }` : `${name}: ${written}`;
  const last = data.children?.at(-1);
  const insertion = last
    ? insertAfter(last, `, ${entry}`)
    : { offset: data.offset + 1, length: 0, text: isList ? entry : ` ${entry} ` };
  return [...removePart(text, property), insertion];
}

function withoutKeys(text: string): string {
  return hideKeys(text)
    .replaceAll(/(?:\bBearer\s+)?\[hidden\]/gi, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** A tag or a listed attribute is useless without its name or value; of anything else only the property goes. */
function entryOf(node: Node, path: JsonPointer): Node {
  const property = propertyOf(node) ?? node;
  const [, index, part] = pointerSegments(path);
  return index !== undefined && /^(?:name|property|value)$/.test(part ?? '') && property.parent
    ? property.parent
    : property;
}
