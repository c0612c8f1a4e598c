import { defineFix } from './fix.ts';

/** One tag by itself → a list of that one. */
export const tagsInList = defineFix({
  codes: ['wrong-type'],
  certainty: 'sure',
  title: () => 'Put it in a list',
  changes: ({ issue, node }) => {
    if (issue.path !== '/tags' || !/^(?:string|object)$/.test(node.type)) return [];
    const [before, after] = node.type === 'string' ? ['[{ "name": ', ' }]'] : ['[', ']'];
    return [
      { offset: node.offset, length: 0, text: before },
      { offset: node.offset + node.length, length: 0, text: after },
    ];
  },
});
