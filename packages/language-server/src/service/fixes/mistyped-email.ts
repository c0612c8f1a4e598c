import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** The address may be right all the same, so that only a person can say so. */
export const mistypedEmail = defineFix({
  codes: ['email-typo'],
  certainty: 'guess',
  title: ({ suggestion }) => `Write "${suggestion}"`,
  changes: ({ issue: { suggestion }, node }) => [replaceWithText(node, suggestion)],
});
