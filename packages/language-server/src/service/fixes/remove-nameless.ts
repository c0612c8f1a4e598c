import { propertyOf } from '../document/node-at.ts';
import { removePart } from '../edits/remove-part.ts';
import { defineFix } from './fix.ts';

/** To name it is the other way, which only a person can go. */
export const removeNameless = defineFix({
  codes: ['tag-without-name', 'entry-without-property'],
  certainty: 'guess',
  title: ({ code }) => (code === 'tag-without-name' ? 'Remove the tag' : 'Remove the attribute'),
  changes: ({ node, text }) => {
    // A name that is not there is marked at the tag itself.
    const property = propertyOf(node);
    const holder = property?.parent;
    if (node.type === 'object') return removePart(text, node);
    return holder?.parent?.type === 'array' ? removePart(text, holder) : removePart(text, property ?? node);
  },
});
