import { cssColorNames, isCssColor, suggestCssColor, type TagDraft } from '@helpcrunch-customer-kit/core';
import type { ReadingNote } from './reading-note.ts';

/**
 * Reads a tag as people type it: a name, then, if they like, a CSS color: `vip`, `vip #ff0000`, `big spender teal`,
 * `vip rgb(255 0 0)`. The longest ending that is a color is taken for one, unless nothing would be left as the name.
 * A name in double quotes is a name to its end: `"code red"` has no color.
 */
export function readTag(text: string): TagDraft {
  const quoted = /^"(?<name>.*)"(?:\s+(?<color>[^"]+))?$/su.exec(text.trim())?.groups;
  if (quoted) return { name: quoted['name'] ?? '', ...withColor(quoted['color']) };
  const words = text.trim().split(/\s+/);
  for (let index = firstOfColor(words); index < words.length; index += 1) {
    const color = words.slice(index).join(' ');
    if (isCssColor(color)) return { name: words.slice(0, index).join(' '), color };
  }
  return { name: words.join(' ') };
}

/** No color is longer, and a whole page that is pasted must not be tried from each of its words on. */
const longestColor = 100;

/** The first word, past the name's own, from which on what is left could be a color. */
function firstOfColor(words: readonly string[]): number {
  let length = 0;
  let index = words.length;
  while (index > 1 && length <= longestColor) {
    index -= 1;
    length += (words[index]?.length ?? 0) + 1;
  }
  return Math.max(1, index);
}

function withColor(color: string | undefined): TagDraft {
  return color === undefined ? {} : { color };
}

/**
 * Splits a list of tags at its commas: `vip, beta rgb(1, 2, 3)` is two. A comma inside brackets or quotes ends nothing,
 * whether they are closed yet or not. The last part is what comes after the last comma, nothing included.
 */
export function splitTags(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  let isBlank = true;
  for (const character of text) {
    if (character === ',' && depth === 0 && !isQuoted) {
      parts.push('');
      isBlank = true;
      continue;
    }
    // Quotes mean something only where they open a name.
    if (character === '"') isQuoted = !isQuoted && isBlank;
    if (!isQuoted && character === '(') depth += 1;
    if (!isQuoted && character === ')') depth = Math.max(0, depth - 1);
    isBlank &&= character.trim() === '';
    parts[parts.length - 1] += character;
  }
  return parts;
}

/** A tag as it was, or could have been, typed; a name that would be read as something else wears quotes. */
export function tagText({ name = '', color }: TagDraft): string {
  const text = color === undefined ? name : `${name} ${color}`;
  const read = readTag(text);
  const isPlain = read.name === name && read.color === color && splitTags(text).length === 1;
  return isPlain ? text : `"${name}"${color === undefined ? '' : ` ${color}`}`;
}

/** What someone who wrote one tag has to know of how it was read. Quotes say that a name is meant as it stands. */
export function tagNotes(text: string): readonly ReadingNote[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('"')) return [];
  const tag = readTag(trimmed);
  const color = colorNote(tag);
  const { name = '' } = tag;
  return [
    ...(trimmed.startsWith(name) ? [] : [{ kind: 'blanks-joined', name } as const]),
    ...(color ? [color] : []),
  ];
}

/** The note on a tag whose name ends as if a color had been meant. */
export function colorNote({ name = '', color }: TagDraft): ReadingNote | undefined {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1).join(' ');
  if (before === '') return undefined;
  if (color !== undefined) {
    const whole = `${last}${color}`.toLowerCase();
    return cssColorNames.includes(whole)
      ? { kind: 'part-of-color', name, color, suggestion: `${before} ${whole}` }
      : undefined;
  }
  const meant = meantColor(last);
  if (meant !== undefined) return { kind: 'no-color', name, suggestion: `${before} ${meant}` };
  return /^#|^(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\(/iu.test(last)
    ? { kind: 'no-color', name, suggestion: undefined }
    : undefined;
}

/** No color has a longer name, however it is mistyped. */
const longestWord = 30;

/** The color that a word was most likely meant for: one slip away, a hex without its hash, `reddish`. */
function meantColor(word: string): string | undefined {
  const text = word.toLowerCase();
  if (text.length > longestWord) return undefined;
  // Digits alone are more often a year or a number than a color.
  if (/^\d+$/.test(text)) return undefined;
  const suggestion = suggestCssColor(text);
  // One slip in a short word makes too many ordinary words of it: a team is not teal.
  const isNear = suggestion !== undefined && text.length > 5 && isOneSlip(text, suggestion);
  if (suggestion?.startsWith('#') || isNear) return suggestion;
  return cssColorNames.find((name) => isShadeOf(text, name));
}

/** `reddish` of red, `bluish` of blue, `greeny` of green. */
function isShadeOf(word: string, name: string): boolean {
  const stem = word.replace(/(?:ish|y)$/u, '');
  if (stem === word || name.length < 3) return false;
  return stem === name || `${stem}e` === name || stem === `${name}${name.at(-1)}`;
}

/** True when two words differ by one letter: another one, one too many, one too few, or two neighbors swapped. */
function isOneSlip(word: string, other: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start += 1;
  const [rest, otherRest] = [word.slice(start), other.slice(start)];
  const isSwapped = `${rest[1]}${rest[0]}${rest.slice(2)}` === otherRest;
  return (
    rest.slice(1) === otherRest.slice(1) ||
    rest === otherRest.slice(1) ||
    rest.slice(1) === otherRest ||
    isSwapped
  );
}
