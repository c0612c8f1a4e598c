import { type CustomerDraft, customerFields } from '@helpcrunch-customer-kit/core';
import { readEntry } from './entry-text.ts';
import { readTag } from './tag-text.ts';

/** Reads fields as they were typed on a command line: texts by key, tags and custom data as lists of texts. */
export function readFieldTexts(texts: Readonly<Record<string, string | readonly string[]>>): CustomerDraft {
  const read = customerFields.flatMap(({ key, kind }): [string, unknown][] => {
    const text = texts[key];
    if (text === undefined) return [];
    if (typeof text === 'string') return [[key, text]];
    return [[key, kind === 'tags' ? text.map(readTag) : text.map((entry) => readEntry(entry))]];
  });
  return Object.fromEntries(read);
}
