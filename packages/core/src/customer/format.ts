import { markInvisible } from './invisible.ts';
import type { JsonKind } from './json.ts';
import { hideKeys } from './key-like-text.ts';

/** Control characters, which a terminal obeys, and marks that turn the direction of what follows. */
export const terminalControls = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

const unprintable = new RegExp(`(?:\\s|${terminalControls.source})+`, 'gu');

/**
 * Text from elsewhere, made safe to show inside a message: on one line, harmless to a terminal, without anything that
 * looks like a key, cut by whole characters.
 */
export function oneLine(text: string, maxCharacters: number): string {
  const safe = hideKeys(text);
  // Cut roughly first: one character can consist of very many units, and splitting millions of them takes a while.
  const rough = safe.slice(0, maxCharacters * 8).toWellFormed();
  const line = rough.replaceAll(unprintable, ' ').trim();
  const isAll = rough.length === safe.length;
  // Splitting is slow, and a report can have very many short texts: no text has more characters than units.
  if (isAll && line.length <= maxCharacters) return line;
  const characters = Array.from(segmenter().segment(line), ({ segment }) => segment);
  return isAll && characters.length <= maxCharacters
    ? line
    : `${characters.slice(0, maxCharacters).join('')}…`;
}

let sharedSegmenter: Intl.Segmenter | undefined;

/** Made once, when it is needed: making one takes longer than splitting a line with it. */
function segmenter(): Intl.Segmenter {
  sharedSegmenter ??= new Intl.Segmenter();
  return sharedSegmenter;
}

const maxQuoted = 40;

/** A value inside a message: in quotes, on one line, at most 40 characters, with invisible ones as `<U+200B>`. */
export function quote(text: string): string {
  return `"${oneLine(markInvisible(text.slice(0, maxQuoted * 8)), maxQuoted)}"`;
}

/** A number and its noun: `1 second`, `2 seconds`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** UNIX seconds as a UTC date and time: `1603885746` → `2020-10-28 11:49:06 UTC`. */
export function formatDate(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

const kindLabels: Readonly<Record<JsonKind, string>> = {
  text: 'text in quotes',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  list: 'a list',
  object: 'an object',
  nothing: 'nothing',
};

/** JSON types in a message: `['text', 'number']` → `text in quotes or a number`. */
export function formatKinds(...kinds: readonly JsonKind[]): string {
  return kinds.map((kind) => kindLabels[kind]).join(' or ');
}
