import {
  type CustomerDraft,
  type CustomerFieldRow,
  customerFields,
  isLocale,
  locales,
  readDate,
  readTag,
  splitTags,
} from '@helpcrunch-customer-kit/core';
import { readEntry } from './custom-value.ts';
import { entryNotes, type ReadingNote, tagNotes } from './reading-note.ts';

/** Fields read from texts, and what was read otherwise than it stands there. */
export interface FieldTextsReading {
  readonly draft: CustomerDraft;
  readonly notes: readonly ReadingNote[];
}

interface Read {
  readonly value: unknown;
  readonly notes: readonly ReadingNote[];
}

/**
 * Reads fields as they were typed on a command line, exactly as the wizard reads what is typed into it: texts by key,
 * tags and custom data as lists of texts. `now`, in milliseconds, is what `yesterday` is counted from.
 */
export async function readFieldTexts(
  texts: Readonly<Record<string, string | readonly string[]>>,
  now: number,
): Promise<FieldTextsReading> {
  const draft: Record<string, unknown> = {};
  const notes: ReadingNote[] = [];
  for (const field of customerFields) {
    const text = texts[field.key];
    if (text === undefined) continue;
    const read = typeof text === 'string' ? await readText(field, text, now) : readItems(field, text);
    draft[field.key] = read.value;
    notes.push(...read.notes);
  }
  return { draft, notes };
}

async function readText({ kind, label }: CustomerFieldRow, text: string, now: number): Promise<Read> {
  if (text.trim() === '') return { value: text, notes: [{ kind: 'empty-field', label }] };
  if (kind === 'date') return readDateText(text, now);
  const code = kind === 'locale' ? readLanguage(text) : text;
  return { value: code, notes: code === text ? [] : [{ kind: 'language-name', text, code }] };
}

async function readDateText(text: string, now: number): Promise<Read> {
  if (readDate(text).kind !== 'unreadable') return { value: text, notes: [] };
  // Loaded on demand: what knows the phrases is large, and dates are seldom phrases in a script.
  const { resolveDate } = await import('./date-phrase.ts');
  const value = resolveDate(text, now);
  const reading = readDate(value);
  return value === text || reading.kind !== 'seconds'
    ? { value, notes: [] }
    : { value, notes: [{ kind: 'date-phrase', text, seconds: reading.seconds }] };
}

function readItems({ kind }: CustomerFieldRow, texts: readonly string[]): Read {
  if (kind !== 'tags') {
    return { value: texts.map((text) => readEntry(text)), notes: texts.flatMap(entryNotes) };
  }
  const lists = texts.map((text) => {
    const parts = splitTags(text).filter((part) => part.trim() !== '');
    // A tag of nothing is a mistake that the rules name.
    return parts.length === 0 ? [''] : parts;
  });
  const tags = lists.map((parts) => parts.map((part) => readTag(part)));
  const splits = tags
    .filter((list) => list.length > 1)
    .map((list): ReadingNote => ({ kind: 'several-tags', names: list.map(({ name = '' }) => name) }));
  return { value: tags.flat(), notes: [...splits, ...lists.flat().flatMap(flagTagNotes)] };
}

/** The notes on a tag, and on a word that was read as its color: the wizard shows that, a command line does not. */
function flagTagNotes(text: string): readonly ReadingNote[] {
  const notes = tagNotes(text);
  const { name = '', color } = readTag(text);
  if (color === undefined || readTag(text, 'unambiguous').color !== undefined) return notes;
  return notes.some(({ kind }) => kind === 'part-of-color')
    ? notes
    : [...notes, { kind: 'color-taken', name, color }];
}

/**
 * The code of a language that is written as a code, or by its whole English or own name; anything else stays as it was
 * written, for the rules to validate.
 */
function readLanguage(text: string): string {
  const typed = text.trim();
  if (typed === '' || isLocale(typed)) return text;
  const name = typed.toLowerCase();
  const found = locales.find((locale) =>
    [locale.name, locale.nativeName].some((known) => known.toLowerCase() === name),
  );
  return found?.code ?? text;
}
