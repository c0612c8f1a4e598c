import { formatDate, type TagDraft } from '@helpcrunch-customer-kit/core';
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
        ? `A tag named "${short(note.name)}", no colour: its end is no CSS colour.`
        : `A tag named "${short(note.name)}", no colour; did you mean "${short(note.suggestion)}"?`;
    case 'part-of-color':
      return `A tag named "${short(note.name)}" in ${note.color}; did you mean "${short(note.suggestion)}"?`;
    case 'blanks-joined':
      return `Blanks in a row became one: the tag is named "${short(note.name)}". In double quotes they stay.`;
    case 'several-tags':
      return `The commas make ${note.names.length} tags of it: ${note.names.map((name) => `"${short(name)}"`).join(', ')}. In double quotes a comma belongs to the name.`;
    case 'value-kind':
      return `${short(note.property)}: ${short(note.text)} was taken for ${kindWords[note.valueKind]}${sentAs(note)}; write ${short(note.property)}="${short(note.text)}", quotes included, for text.`;
    case 'no-value':
      return `${short(note.property)} has no value, so it is not sent.`;
    case 'empty-field':
      return `${note.label} is empty, so it is not sent.`;
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
export function tagWords({ name = '', color }: TagDraft): string {
  return `A tag named "${short(name)}", ${color === undefined ? 'no colour' : `colour ${color}`}.`;
}

const longest = 60;

/** As much of a text as a sentence has room for. */
function short(text: string): string {
  return text.length > longest ? `${[...text.slice(0, longest)].slice(0, -1).join('')}…` : text;
}
