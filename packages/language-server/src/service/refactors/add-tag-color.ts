import type { Node } from 'jsonc-parser';
import { partOf } from '../document/node-at.ts';
import type { Refactor } from './refactor.ts';

/** What HelpCrunch gives a new tag that has no colour (documented). */
const defaultColor = '#c377e0';

export const addTagColor: Refactor = ({ customer, segments }, { text }) => {
  const [field, index] = segments;
  const tags = field === 'tags' ? partOf(customer.node, 'tags') : undefined;
  const tag = tags && index !== undefined ? partOf(tags, index) : undefined;
  const last = tag?.children?.at(-1);
  if (tag?.type !== 'object' || !last || partOf(tag, 'color')) return undefined;
  return {
    title: `Give the tag a colour: ${defaultColor}`,
    changes: [
      {
        offset: last.offset + last.length,
        length: 0,
        text: `,${gapBefore(text, last)}"color": "${defaultColor}"`,
      },
    ],
  };
};

/** On a line of its own where the last property has one. */
function gapBefore(text: string, { offset }: Node): string {
  const lineStart = text.lastIndexOf('\n', offset - 1);
  const indent = text.slice(lineStart + 1, offset);
  if (lineStart === -1 || indent.trim() !== '') return ' ';
  return (text.charAt(lineStart - 1) === '\r' ? '\r\n' : '\n') + indent;
}
