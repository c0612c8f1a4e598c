import { dateText, type TagDraft } from '@helpcrunch-customer-kit/core';
import type { ReadingNote } from './reading-note.ts';
import type { ValueKind } from './value-kind.ts';

/** A kind of value, to stand behind "read as". */
export const kindWords: Readonly<Record<ValueKind, string>> = {
  'yes/no': 'yes or no',
  number: 'a number',
  date: 'a date',
  URL: 'a URL',
  text: 'text',
};

/** One sentence for what was read otherwise than it stands there. */
export function readingSentence(note: ReadingNote): string {
  switch (note.kind) {
    case 'no-color':
      return note.suggestion === undefined
        ? `A tag named "${note.name}", no colour: its end is no CSS colour.`
        : `A tag named "${note.name}", no colour; did you mean "${note.suggestion}"?`;
    case 'part-of-color':
      return `A tag named "${note.name}" in ${note.color}; did you mean "${note.suggestion}"?`;
    case 'blanks-joined':
      return `Blanks in a row became one: the tag is named "${note.name}". In double quotes they stay.`;
    case 'several-tags':
      return `The commas make ${note.names.length} tags of it: ${note.names.map((name) => `"${name}"`).join(', ')}. In double quotes a comma belongs to the name.`;
    case 'value-kind':
      return `${note.property}: ${note.text} was taken for ${kindWords[note.valueKind]}${sentAs(note)}; write ${note.property}="${note.text}", quotes included, for text.`;
    case 'no-value':
      return `${note.property} has no value, so it is not sent.`;
    case 'empty-field':
      return `${note.label} is empty, so it is not sent.`;
    case 'date-phrase':
      return `"${note.text}" is ${dateText(note.seconds)}, sent as "${note.seconds}".`;
    case 'language-name':
      return `"${note.text}" is sent as "${note.code}".`;
    default: {
      const unreachable: never = note;
      return unreachable;
    }
  }
}

function sentAs({ text, sent }: Extract<ReadingNote, { kind: 'value-kind' }>): string {
  return sent === text ? '' : ` and is sent as ${sent}`;
}

/** What the kit makes of a tag, before it is one. */
export function tagWords({ name = '', color }: TagDraft): string {
  return `A tag named "${name}", ${color === undefined ? 'no colour' : `colour ${color}`}.`;
}
