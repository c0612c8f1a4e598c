import type { TagDraft } from '../customer/draft.ts';
import { isCssColor } from '../rules/css-color.ts';

/** Which endings of a tag are colors: any CSS color, or only one that cannot be a word of the name: not `Mr Gray`. */
export type TagColors = 'any' | 'unambiguous';

/**
 * Reads a tag as people type it: a name, then, optionally, a CSS color: `vip`, `vip #ff0000`, `big spender teal`,
 * `vip rgb(255 0 0)`. The longest ending that is a color is read as one, unless nothing would be left as the name. Three
 * or four decimal digits are a number, not a color: `issue #123`. A name in double quotes is a name to its end:
 * `"code red"` has no color.
 */
export function readTag(text: string, colors: TagColors = 'any'): TagDraft {
  const quoted = /^"(?<name>.*)"(?:\s+(?<color>[^"\s][^"]*))?$/su.exec(text.trim())?.groups;
  if (quoted) return { name: quoted['name'] ?? '', ...withColor(quoted['color']) };
  const words = text.trim().split(/\s+/);
  for (let index = firstOfColor(words); index < words.length; index += 1) {
    const color = words.slice(index).join(' ');
    if (isColorEnding(color, colors)) return { name: words.slice(0, index).join(' '), color };
  }
  return { name: words.join(' ') };
}

function isColorEnding(text: string, colors: TagColors): boolean {
  if (/^#\d{3,4}$/.test(text) || (colors === 'unambiguous' && /^[a-z]+$/i.test(text))) return false;
  return isCssColor(text);
}

/** No color is longer, and a whole page that is pasted must not be tried from each of its words on. */
const maxColorLength = 100;

/** The first word, past the name's own, from which on what is left could be a color. */
function firstOfColor(words: readonly string[]): number {
  let length = 0;
  let index = words.length;
  while (index > 1 && length <= maxColorLength) {
    index -= 1;
    length += (words[index]?.length ?? 0) + 1;
  }
  return Math.max(1, index);
}

function withColor(color: string | undefined): TagDraft {
  return color === undefined ? {} : { color };
}

/**
 * Splits a list of tags at its commas, or at another separator: `vip, beta rgb(1, 2, 3)` is two. A comma inside brackets
 * or quotes does not end a tag, whether they are closed yet or not. The last part is what comes after the last comma.
 */
export function splitTags(text: string, separator = ','): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let isQuoted = false;
  let isBlank = true;
  // Slices rather than single characters, since a paste can have megabytes.
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === separator && depth === 0 && !isQuoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
      isBlank = true;
      continue;
    }
    // Quotes mean something only where they open a name.
    if (character === '"') isQuoted = !isQuoted && isBlank;
    if (!isQuoted && character === '(') depth += 1;
    if (!isQuoted && character === ')') depth = Math.max(0, depth - 1);
    isBlank &&= character.trim() === '';
  }
  return [...parts, text.slice(start)];
}

/** A tag as it was, or could have been, typed; a name that would be read as something else is in quotes. */
export function tagText({ name = '', color }: TagDraft): string {
  const text = color === undefined ? name : `${name} ${color}`;
  const read = readTag(text);
  const isPlain = read.name === name && read.color === color && splitTags(text).length === 1;
  return isPlain ? text : `"${name}"${color === undefined ? '' : ` ${color}`}`;
}
