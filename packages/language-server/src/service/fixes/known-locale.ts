import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const knownLocale = defineFix({
  codes: ['unknown-locale'],
  certainty: 'sure',
  title: ({ suggestion }) => `Write "${suggestion}"`,
  changes: ({ issue: { suggestion }, node }) =>
    suggestion === undefined ? [] : [replaceWithText(node, suggestion)],
});
