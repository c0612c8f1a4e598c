import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const fullAddress = defineFix({
  codes: ['source-not-url'],
  certainty: 'sure',
  title: ({ suggestion }) => `Write "${suggestion}"`,
  changes: ({ issue: { suggestion }, node }) =>
    suggestion === undefined ? [] : [replaceWithText(node, suggestion)],
});
