import { formatDate, type TagDraft } from '@helpcrunch-customer-kit/core';
import type { ValueKind } from './value-kind.ts';

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
