import { keyOf, partOf } from '../document/node-at.ts';
import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const renameField = defineFix({
  codes: ['unknown-field'],
  certainty: 'sure',
  title: ({ suggestion }) => `Rename it to "${suggestion}"`,
  changes: ({ issue: { suggestion }, node }) => {
    const key = keyOf(node);
    const holder = key?.parent?.parent;
    // A field that is there already would be there twice.
    if (suggestion === undefined || !key || !holder || partOf(holder, suggestion)) return [];
    return [replaceWithText(key, suggestion)];
  },
});
