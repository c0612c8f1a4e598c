import { replaceNode, replaceWithText } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

export const millisecondsToSeconds = defineFix({
  codes: ['date-in-milliseconds'],
  certainty: 'sure',
  title: ({ suggestion }) => `Write it in seconds: ${suggestion}`,
  changes: ({ issue, node }) => [
    node.type === 'number' ? replaceNode(node, issue.suggestion) : replaceWithText(node, issue.suggestion),
  ],
});
