import { certainSuggestion, certainSuggestionCodes, type Issue } from '@helpcrunch-customer-kit/core';
import { replaceNode, replaceWithString } from '../edits.ts';
import type { LocatedIssue } from '../issues.ts';
import { keyOf, partOf, stringOf } from '../nodes.ts';
import type { ParsedDocument } from '../parsed-document.ts';
import { defineFix, type Fix, type PreparedFix } from './fix.ts';
import { removalFixes } from './removal-fixes.ts';
import { valueFixes } from './value-fixes.ts';

/** Issues whose fix is to write their suggestion in place of the value. */
const suggestionFixes = [
  // Invisible characters may be in the name of a property, and have a fix of their own.
  replaceValue(
    certainSuggestionCodes.filter((code) => code !== 'invisible-character'),
    'certain',
  ),
  // Only a person can tell whether the address is correct, or what the digits mean.
  replaceValue(['email-typo', 'invalid-email', 'implausible-date', 'unknown-color'], 'guess'),
  ...([0, 1, 2] as const).map((index) =>
    defineFix({
      codes: ['ambiguous-date'],
      certainty: 'guess',
      title: ({ suggestions }) => `Change to "${suggestions[index]}"`,
      changes({ issue: { suggestions }, node }) {
        const date = suggestions[index];
        return date === undefined ? [] : [replaceWithString(node, date)];
      },
    }),
  ),
  defineFix({
    codes: ['invisible-character'],
    certainty: 'certain',
    title: ({ characters }) => `Remove ${characters.join(', ')}`,
    changes({ issue: { suggestion, part }, node }) {
      // In a map the property is the key; in the list it is a value under the key "property".
      const key = keyOf(node);
      const isMapKey = part === 'property' && stringOf(key) !== 'property';
      return [replaceWithString(isMapKey && key ? key : node, suggestion)];
    },
  }),
];

type SuggestionCode = Extract<Issue, { suggestion: string | undefined }>['code'];

function replaceValue(codes: readonly SuggestionCode[], certainty: 'certain' | 'guess') {
  return defineFix({
    codes,
    certainty,
    title: ({ suggestion }) => `Change to "${suggestion}"`,
    changes({ issue, node }) {
      const { suggestion } = issue;
      const isCertain = certainSuggestion(issue) !== undefined;
      if (suggestion === undefined || isCertain !== (certainty === 'certain')) return [];
      const isNumber = node.type === 'number' && /^\d+$/.test(suggestion);
      return [isNumber ? replaceNode(node, suggestion) : replaceWithString(node, suggestion)];
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
