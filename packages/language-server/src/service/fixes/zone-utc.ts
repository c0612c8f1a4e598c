import { textOf } from '../document/node-at.ts';
import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** UTC is what is taken without a zone; this only says so. */
export const zoneUtc = defineFix({
  codes: ['date-without-zone'],
  certainty: 'sure',
  title: () => 'Say that it is UTC',
  changes: ({ node }) => {
    const date = textOf(node)?.trim();
    if (!date) return [];
    return [replaceWithText(node, date.includes(':') ? `${date}Z` : `${date}T00:00:00Z`)];
  },
});
