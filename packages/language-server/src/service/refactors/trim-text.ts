import { textOf } from '../document/node-at.ts';
import { replaceWithText } from '../edits/replace.ts';
import type { Refactor } from './refactor.ts';

/** Blanks at the ends are not sent, so that without them the file says what is. */
export const trimText: Refactor = ({ node, isKey }) => {
  const text = textOf(node);
  const trimmed = text?.trim();
  if (isKey || trimmed === undefined || trimmed === text) return undefined;
  return { title: 'Remove the blanks around it', changes: [replaceWithText(node, trimmed)] };
};
