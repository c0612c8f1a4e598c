import { commaIn } from '../edits/trivia.ts';
import { defineFix } from './fix.ts';

export const unwrapList = defineFix({
  codes: ['list-of-customers'],
  certainty: 'sure',
  title: () => 'Take the customer out of the list',
  changes: ({ issue, node, text }) => {
    const [customer] = node.children ?? [];
    if (issue.count !== 1 || issue.path !== '' || node.type !== 'array' || !customer) return [];
    const end = customer.offset + customer.length;
    const comma = commaIn(text, end);
    return [node.offset, ...(comma === undefined ? [] : [comma]), node.offset + node.length - 1].map(
      (offset) => ({ offset, length: 1, text: '' }),
    );
  },
});
