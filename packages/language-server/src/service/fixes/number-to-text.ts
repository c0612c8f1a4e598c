import { replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** Numbers where text travels, and those that only text carries exactly: as the digits that were written. */
export const numberToText = defineFix({
  codes: ['number-as-text', 'inexact-number', 'wrong-type'],
  certainty: 'sure',
  title: () => 'Write it as text',
  changes: ({ issue, node, text }) => {
    if (node.type !== 'number') return [];
    if (issue.code === 'wrong-type' && !issue.expected.includes('text')) return [];
    const digits =
      issue.code === 'number-as-text' ? issue.text : text.slice(node.offset, node.offset + node.length);
    return [replaceWithText(node, digits)];
  },
});
