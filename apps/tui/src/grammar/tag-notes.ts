import { cssColorNames, readTag, suggestCssColor, type TagDraft } from '@helpcrunch-customer-kit/core';
import type { ReadingNote } from './reading-note.ts';

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
  const meant = /^#\d{3,4}$/.test(last) ? `#${last.slice(1).replaceAll(/\d/g, '$&$&')}` : meantColor(last);
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
