import {
  cssColorNames,
  formatDate,
  readTag,
  suggestCssColor,
  type TagDraft,
} from '@helpcrunch-customer-kit/core';
import { guessKind, readAs, splitEntry, type ValueKind } from './custom-value.ts';

/** Something that was read otherwise than it stands there, or left out: a closed union, worded by `readingSentence`. */
export type ReadingNote =
  /** A tag's ending looks like a color and is none; `suggestion` is the tag as it was most likely meant. */
  | { readonly kind: 'no-color'; readonly name: string; readonly suggestion: string | undefined }
  /** Of an ending in several words only the last was a color: `vip dark red`. */
  | {
      readonly kind: 'part-of-color';
      readonly name: string;
      readonly color: string;
      readonly suggestion: string;
    }
  /** The ending of a tag was read as its color, but could be a part of the name: `Mr Gray`. */
  | { readonly kind: 'color-taken'; readonly name: string; readonly color: string }
  | { readonly kind: 'blanks-joined'; readonly name: string }
  | { readonly kind: 'several-tags'; readonly names: readonly string[] }
  /** A custom value was taken for something other than text; `sent` is what travels. */
  | {
      readonly kind: 'value-kind';
      readonly property: string;
      readonly text: string;
      readonly valueKind: ValueKind;
      readonly sent: string;
    }
  | { readonly kind: 'no-value'; readonly property: string }
  | { readonly kind: 'empty-field'; readonly label: string }
  | { readonly kind: 'date-phrase'; readonly text: string; readonly seconds: number }
  | {
      readonly kind: 'language-name';
      readonly text: string;
      readonly code: string;
    };

/** A kind of value, to stand behind "read as". */
export const kindLabels: Readonly<Record<ValueKind, string>> = {
  'yes/no': 'yes or no',
  number: 'a number',
  date: 'a date',
  URL: 'a URL',
  text: 'text',
};

/** One sentence for what was read otherwise than it stands there. */
export function readingMessage(note: ReadingNote): string {
  switch (note.kind) {
    case 'no-color':
      return note.suggestion === undefined
        ? `Tag "${short(note.name)}" has no color: its ending is not a CSS color.`
        : `Tag "${short(note.name)}" has no color. Did you mean "${short(note.suggestion)}"?`;
    case 'part-of-color':
      return `Tag "${short(note.name)}" has the color ${note.color}. Did you mean "${short(note.suggestion)}"?`;
    case 'color-taken':
      return `Tag "${short(note.name)}" has the color ${note.color}. To make it part of the name, write '"${short(note.name)} ${note.color}"' with both quotes.`;
    case 'blanks-joined':
      return `Repeated spaces became one: the tag is named "${short(note.name)}". Double quotes keep them.`;
    case 'several-tags':
      return `The commas make ${note.names.length} tags: ${note.names.map((name) => `"${short(name)}"`).join(', ')}. Double quotes keep a comma in the name.`;
    case 'value-kind':
      return `${short(note.property)}: ${short(note.text)} was read as ${kindLabels[note.valueKind]}${sentAs(note)}. For text, write ${short(note.property)}="${short(note.text)}" with the quotes.`;
    case 'no-value':
      return `${short(note.property)} has no value and is not sent.`;
    case 'empty-field':
      return `${note.label} is empty and is not sent.`;
    case 'date-phrase':
      return `"${short(note.text)}" is ${formatDate(note.seconds)}, sent as "${note.seconds}".`;
    case 'language-name':
      return `"${short(note.text)}" is sent as "${note.code}".`;
    default: {
      const unreachable: never = note;
      return unreachable;
    }
  }
}

function sentAs({ text, sent }: Extract<ReadingNote, { kind: 'value-kind' }>): string {
  return sent === text ? '' : ` and is sent as ${short(sent)}`;
}

/** What the kit makes of a tag, before it is one. */
export function tagMessage({ name = '', color }: TagDraft): string {
  return `Tag "${short(name)}", ${color === undefined ? 'no color' : `color ${color}`}.`;
}

const maxShownLength = 60;

/** As much of a text as a sentence has room for. */
function short(text: string): string {
  return text.length > maxShownLength ? `${[...text.slice(0, maxShownLength)].slice(0, -1).join('')}…` : text;
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

/** What someone who wrote an attribute, and chose no kind for it, has to know of how it was read. */
export function entryNotes(text: string): readonly ReadingNote[] {
  const { property, value } = splitEntry(text);
  if (value === undefined || value === '' || value === '""') return [{ kind: 'no-value', property }];
  const valueKind = guessKind(value);
  if (valueKind === 'text' || valueKind === 'URL') return [];
  const sent = JSON.stringify(readAs(valueKind, value));
  return [{ kind: 'value-kind', property, text: value, valueKind, sent }];
}
