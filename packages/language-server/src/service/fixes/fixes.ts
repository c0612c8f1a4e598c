import { replaceNode, replaceWithString } from '../edits.ts';
import type { LocatedIssue } from '../issues.ts';
import { keyOf, partOf } from '../nodes.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { defineFix, type Fix, type PreparedFix } from './fix.ts';
import { removalFixes } from './removal-fixes.ts';
import { valueFixes } from './value-fixes.ts';

/** Issues whose fix is to write their suggestion in place of the value. */
const suggestionFixes = [
  replaceValue(['unknown-locale', 'unknown-color', 'source-not-url', 'date-in-milliseconds'], 'certain'),
  // The address may be correct, which only a person can tell.
  replaceValue(['email-typo'], 'guess'),
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

const renameField = defineFix({
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
});

/** All quick fixes. To add one, add a `defineFix` to the list of its family. */
const fixes: readonly Fix[] = [...valueFixes, ...suggestionFixes, renameField, ...removalFixes];

/** Every fix that applies to an issue. */
export function fixesFor(parsed: ParsedDocument, located: LocatedIssue): PreparedFix[] {
  return fixes.flatMap((fix) => fix(parsed, located) ?? []);
}
