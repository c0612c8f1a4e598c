import { type CustomDataValue, formatDate, readDate } from '@helpcrunch-customer-kit/core';

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
