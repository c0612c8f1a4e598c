import type { CustomDataEntryDraft, CustomDataValue } from '@helpcrunch-customer-kit/core';
import type { ReadingNote } from './reading-note.ts';
import { possibleKinds, readAs, type ValueKind } from './value-kind.ts';

/** The halves of a custom attribute as it is typed; no equals sign yet, no value yet. */
export function splitEntry(text: string): { readonly property: string; readonly value: string | undefined } {
  const equals = text.indexOf('=');
  if (equals === -1) return { property: text.trim(), value: undefined };
  return { property: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}

/**
 * Reads a custom attribute as people type it: `plan = pro`, `seats = 12`, `trial = no`, `since = 2024-05-01`,
 * `zip = "01234"`. Without a kind the most likely one is taken; show it, or report `entryNotes`.
 */
export function readEntry(text: string, kind?: ValueKind): CustomDataEntryDraft {
  const { property, value } = splitEntry(text);
  if (value === undefined) return { property };
  return { property, value: readAs(kind ?? guessKind(value), value) };
}

function guessKind(value: string): ValueKind {
  return possibleKinds(value)[0] ?? 'text';
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

/** A custom attribute as it was, or could have been, typed. */
export function entryText({ property = '', value }: CustomDataEntryDraft): string {
  return value === undefined ? property : `${property} = ${valueText(value)}`;
}

function valueText(value: CustomDataValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // Text that would be read back as something else wears quotes.
  return typeof value === 'string' && readAs(guessKind(value), value) !== value
    ? `"${value}"`
    : String(value);
}
