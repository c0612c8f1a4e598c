import { removePart } from '../edits/remove-part.ts';
import { defineFix } from './fix.ts';

export const removeDuplicateTag = defineFix({
  codes: ['duplicate-tag'],
  certainty: 'sure',
  title: () => 'Remove the tag, since it is there already',
  changes: ({ node, text }) => removePart(text, node),
});
