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
  for (let index = 1; index < words.length; index += 1) {
    const color = words.slice(index).join(' ');
    if (isCssColor(color)) return { name: words.slice(0, index).join(' '), color };
  }
  return { name: words.join(' ') };
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
  for (const character of text) {
    const part = parts.at(-1) ?? '';
    if (character === ',' && depth === 0 && !isQuoted) {
      parts.push('');
      continue;
    }
    // Quotes mean something only where they open a name.
    if (character === '"') isQuoted = !isQuoted && part.trim() === '';
    if (!isQuoted && character === '(') depth += 1;
    if (!isQuoted && character === ')') depth = Math.max(0, depth - 1);
    parts[parts.length - 1] = part + character;
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
