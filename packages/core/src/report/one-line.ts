import { terminalControls } from '../api/printable-json.ts';
import { hideKeys } from '../api/redactor.ts';

const unprintable = new RegExp(`(?:\\s|${terminalControls.source})+`, 'gu');

/**
 * Somebody else's words, fit to stand in a sentence: on one line, harmless to a terminal, without what looks like a key,
 * cut by whole characters.
 */
export function oneLine(text: string, longest: number): string {
  const safe = hideKeys(text);
  // Cut roughly first: a character can be made of very many units, and splitting millions of them takes a while.
  const rough = safe.slice(0, longest * 8).toWellFormed();
  const line = rough.replaceAll(unprintable, ' ').trim();
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  const isWhole = rough.length === safe.length && characters.length <= longest;
  return isWhole ? line : `${characters.slice(0, longest).join('')}…`;
}
