import { propertyOf } from '../document/node-at.ts';
import { removePart } from '../edits/remove-part.ts';
import { defineFix } from './fix.ts';

/** Which of the two values is right, only a person can say; this keeps the first. */
export const removeDuplicateProperty = defineFix({
  codes: ['duplicate-property'],
  certainty: 'guess',
  title: () => 'Remove this one and keep the first',
  changes: ({ node, text }) => removePart(text, propertyOf(node) ?? node),
});
