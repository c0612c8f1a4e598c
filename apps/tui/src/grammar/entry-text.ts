import type { CustomDataEntryDraft, CustomDataValue } from '@helpcrunch-customer-kit/core';
import { possibleKinds, readAs, type ValueKind } from './value-kind.ts';

/** The halves of a custom attribute as it is typed; no equals sign yet, no value yet. */
export function splitEntry(text: string): { readonly property: string; readonly value: string | undefined } {
  const equals = text.indexOf('=');
  if (equals === -1) return { property: text.trim(), value: undefined };
  return { property: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
}

/**
 * Reads a custom attribute as people type it: `plan = pro`, `seats = 12`, `trial = no`, `zip = "01234"`. Without a kind
 * the most likely one is taken; a date only when it is asked for, since nobody would see it turned into seconds.
 */
export function readEntry(text: string, kind?: ValueKind): CustomDataEntryDraft {
  const { property, value } = splitEntry(text);
  if (value === undefined) return { property };
  return { property, value: readAs(kind ?? guessKind(value), value) };
}

function guessKind(value: string): ValueKind {
  return possibleKinds(value).find((kind) => kind !== 'date') ?? 'text';
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
