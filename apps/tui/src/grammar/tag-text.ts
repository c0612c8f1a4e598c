import { isCssColor, type TagDraft } from '@helpcrunch-customer-kit/core';

/**
 * Reads a tag as people type it: a name, then, if they like, a CSS colour: `vip`, `vip #ff0000`, `big spender teal`,
 * `vip rgb(255 0 0)`. The longest ending that is a colour is taken for one, unless nothing would be left as the name.
 */
export function readTag(text: string): TagDraft {
  const words = text.trim().split(/\s+/);
  for (let index = 1; index < words.length; index += 1) {
    const color = words.slice(index).join(' ');
    if (isCssColor(color)) return { name: words.slice(0, index).join(' '), color };
  }
  return { name: words.join(' ') };
}

/** Splits a list of tags at its commas, those inside a colour's brackets aside: `vip, beta rgb(1, 2, 3)` is two. */
export function splitTags(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A tag as it was, or could have been, typed. */
export function tagText({ name = '', color }: TagDraft): string {
  return color === undefined ? name : `${name} ${color}`;
}
