import { keyOf, partOf, propertyOf } from '../document/node-at.ts';
import type { Change } from '../edits/change.ts';
import { removePart } from '../edits/remove-part.ts';
import { replaceNode } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** A field that is nobody's slip is most likely an attribute of one's own. */
export const moveToCustomData = defineFix({
  codes: ['unknown-field'],
  certainty: 'guess',
  title: () => 'Move it into customData',
  changes: ({ issue, node, customer, text }) => {
    const property = propertyOf(node);
    const key = keyOf(node);
    const isScalar = /^(?:string|number|boolean)$/.test(node.type);
    if (issue.suggestion !== undefined || !property || !key || !isScalar) return [];
    if (property.parent !== customer) return [];
    const written = text.slice(node.offset, node.offset + node.length);
    const name = text.slice(key.offset, key.offset + key.length);
    const data = partOf(customer, 'customData');
    if (!data) return [replaceNode(property, `"customData": { ${name}: ${written} }`)];
    if (partOf(data, issue.key)) return [];
    const entry =
      data.type === 'array' ? `{ "property": ${name}, "value": ${written} }` : `${name}: ${written}`;
    const changes: Change[] = [...removePart(text, property)];
    const last = data.children?.at(-1);
    if (last) changes.push({ offset: last.offset + last.length, length: 0, text: `, ${entry}` });
    else
      changes.push({
        offset: data.offset + 1,
        length: 0,
        text: data.type === 'array' ? entry : ` ${entry} `,
      });
    return changes;
  },
});
