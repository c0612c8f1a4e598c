import { replaceNode } from '../edits/replace.ts';
import { defineFix } from './fix.ts';

/** `"vip"` among the tags → `{"name": "vip"}`. */
export const tagFromText = defineFix({
  codes: ['wrong-type'],
  certainty: 'sure',
  title: () => 'Write it as a tag with a name',
  changes: ({ issue, node, text }) => {
    if (!/^\/tags\/\d+$/.test(issue.path) || node.type !== 'string') return [];
    return [replaceNode(node, `{ "name": ${text.slice(node.offset, node.offset + node.length)} }`)];
  },
});
