import { replaceNode, replaceWithString } from '../edits.ts';
import { keyOf, partOf } from '../nodes.ts';
import { defineFix } from './fix.ts';

/** Fixes that write the suggestion of the issue. */
export const suggestionFixes = [
  replaceValue(['unknown-locale', 'unknown-color', 'source-not-url', 'date-in-milliseconds'], 'certain'),
  // The address may be correct, which only a person can tell.
  replaceValue(['email-typo'], 'guess'),
  defineFix({
    codes: ['unknown-field'],
    certainty: 'certain',
    title: ({ suggestion }) => `Rename to "${suggestion}"`,
    changes({ issue: { suggestion }, node }) {
      const key = keyOf(node);
      const object = key?.parent?.parent;
      // The field would be listed twice.
      if (suggestion === undefined || !key || !object || partOf(object, suggestion)) return [];
      return [replaceWithString(key, suggestion)];
    },
  }),
];

type SuggestionCode =
  | 'unknown-locale'
  | 'unknown-color'
  | 'source-not-url'
  | 'date-in-milliseconds'
  | 'email-typo';

function replaceValue(codes: readonly SuggestionCode[], certainty: 'certain' | 'guess') {
  return defineFix({
    codes,
    certainty,
    title: ({ suggestion }) => `Change to "${suggestion}"`,
    changes({ issue: { suggestion }, node }) {
      if (suggestion === undefined) return [];
      return [node.type === 'number' ? replaceNode(node, suggestion) : replaceWithString(node, suggestion)];
    },
  });
}
