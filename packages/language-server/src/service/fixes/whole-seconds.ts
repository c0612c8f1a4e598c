import { textOf } from '../document/node-at.ts';
import { replaceNode, replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const wholeSeconds = defineFix({
  codes: ['fraction-of-second'],
  certainty: 'sure',
  title: () => 'Write whole seconds',
  changes: ({ issue, node }) => {
    if (node.type === 'number') return [replaceNode(node, String(issue.seconds))];
    const date = textOf(node) ?? '';
    // The fraction of an ISO date stands after its seconds; digits alone are UNIX seconds.
    const whole = date.includes(':') ? date.replace(/[.,]\d+/, '') : String(issue.seconds);
    return [replaceWithText(node, whole)];
  },
});
