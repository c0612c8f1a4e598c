import {
  type CustomDataEntryDraft,
  type CustomDataValue,
  formatDate,
  readDate,
} from '@helpcrunch-customer-kit/core';

/** A way to read the value of a custom attribute: `undefined` when the text is none of the kind. */
interface ValueReader {
  readonly kind: ValueKind;
  readonly read: (text: string) => CustomDataValue | undefined;
}

export type ValueKind = 'yes/no' | 'number' | 'date' | 'URL' | 'text';

/** In the order in which they are guessed. */
const readers: readonly ValueReader[] = [
  { kind: 'yes/no', read: readYesNo },
  // A number only if it prints as it was typed: 007, 1.50 and 20 digits are text, as phone codes and ids are.
  {
    kind: 'number',
    read: (text) =>
      String(Number(text)) === text && Number.isFinite(Number(text)) ? Number(text) : undefined,
  },
  { kind: 'date', read: readIsoDate },
  { kind: 'URL', read: (text) => (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : undefined) },
  { kind: 'text', read: (text) => text },
];

/** Every kind that a text could be, the most likely first. Text in double quotes is nothing but text. */
export function possibleKinds(text: string): readonly ValueKind[] {
  if (isQuoted(text)) return ['text'];
  return readers.filter(({ read }) => read(text) !== undefined).map(({ kind }) => kind);
}

/** Reads a text as a kind; as what it is in letters, where it is none of that kind. */
export function readAs(kind: ValueKind, text: string): CustomDataValue {
  if (isQuoted(text)) return text.slice(1, -1);
  return readers.find((reader) => reader.kind === kind)?.read(text) ?? text;
}

/** What a value that was read is, for people: a date in digits is shown as the date it is. */
export function kindOfValue(value: CustomDataValue | undefined): string {
  if (value === undefined) return 'no value';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'yes/no';
  if (/^\d{9,10}$/.test(value)) return `date ${formatDate(Number(value))}`;
  return /^https?:\/\//i.test(value) ? 'URL' : 'text';
}

function isQuoted(text: string): boolean {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"');
}

function readYesNo(text: string): boolean | undefined {
  // In small letters alone: NO is Norway.
  if (text === 'true' || text === 'yes') return true;
  return text === 'false' || text === 'no' ? false : undefined;
}

/** Dates travel as a string of UNIX seconds (documented). Digits alone are no date here: they are a number. */
function readIsoDate(text: string): string | undefined {
  const reading = /^\d{4}-/.test(text) ? readDate(text) : undefined;
  return reading?.kind === 'seconds' ? String(reading.seconds) : undefined;
}

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

export function guessKind(value: string): ValueKind {
  return possibleKinds(value)[0] ?? 'text';
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
