import { propertyOf } from '../document/node-at.ts';
import { removePart } from '../edits/remove-part.ts';
import { defineFix } from './fix.ts';

export const removeReadOnlyField = defineFix({
  codes: ['read-only-field'],
  certainty: 'sure',
  title: () => 'Remove it, since it is not sent',
  changes: ({ node, text }) => {
    const property = propertyOf(node);
    return property ? removePart(text, property) : [];
  },
});
