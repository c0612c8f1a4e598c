import { textOf } from '../document/node-at.ts';
import { replaceWithText } from '../edits/replace.ts';
import type { Refactor } from './refactor.ts';

/** Domains have no capitals (RFC 4343); the part before the @ may have them, and keeps them. */
export const lowerCaseDomain: Refactor = ({ node, segments, isKey }) => {
  const address = textOf(node);
  if (isKey || segments.join() !== 'email' || address === undefined) return undefined;
  const at = address.lastIndexOf('@') + 1;
  const lowered = address.slice(0, at) + address.slice(at).toLowerCase();
  if (at === 0 || lowered === address) return undefined;
  return { title: 'Write the domain in small letters', changes: [replaceWithText(node, lowered)] };
};
