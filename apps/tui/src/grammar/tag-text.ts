import { isCssColor, type TagDraft } from '@helpcrunch-customer-kit/core';

/**
 * Reads a tag as people type it: a name, then, if they like, a CSS colour: `vip`, `vip #ff0000`, `big spender teal`,
 * `vip rgb(255 0 0)`. The longest ending that is a colour is taken for one, unless nothing would be left as the name.
 * A name in double quotes is a name to its end: `"code red"` has no colour.
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

/** No colour is longer, and a whole page that is pasted must not be tried from each of its words on. */
const longestColor = 100;

/** The first word, past the name's own, from which on what is left could be a colour. */
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
 * Splits a list of tags at its commas: `vip, beta rgb(1, 2, 3)` is two. A comma inside brackets or quotes is no end,
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
