import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const nearColor = defineFix({
  codes: ['unknown-color'],
  certainty: 'sure',
  title: ({ suggestion }) => `Write "${suggestion}"`,
  changes: ({ issue: { suggestion }, node }) =>
    suggestion === undefined ? [] : [replaceWithText(node, suggestion)],
});
