import { type DateReading, readDate } from './dates.ts';
import type { CreateCustomerPayload, CustomerDraft, TagDraft } from './draft.ts';
import { type CustomerFieldRow, customerFields } from './fields.ts';
import { type JsonPointer, toPointer } from './json.ts';
import {
  buildPayload,
  type PlacedEntry,
  type PlacedTag,
  payloadCustomData,
  payloadTags,
  type WrittenEntry,
  writtenEntries,
} from './payload.ts';

/** A text in a draft, and its place; a key of a map has the place of its value. */
export interface WrittenText {
  readonly field: CustomerFieldRow;
  /** For a text in a list. */
  readonly part?: 'name' | 'color' | 'property' | 'value';
  readonly text: string;
  path(): JsonPointer;
}

/** A date in a draft that is not blank. */
export interface WrittenDate {
  readonly field: CustomerFieldRow;
  readonly path: JsonPointer;
  readonly text: string;
  readonly reading: DateReading;
}

/** A draft as rules look at it, computed once for all of them. */
export interface DraftView {
  readonly draft: CustomerDraft;
  readonly payload: CreateCustomerPayload;
  /** Every text, properties of custom data included. */
  readonly texts: readonly WrittenText[];
  readonly dates: readonly WrittenDate[];
  readonly tags: readonly { readonly tag: TagDraft; readonly path: JsonPointer }[];
  readonly payloadTags: readonly PlacedTag[];
  readonly entries: readonly WrittenEntry[];
  readonly payloadEntries: readonly PlacedEntry[];
}

export function viewDraft(draft: CustomerDraft): DraftView {
  const [texts, dates, tags, entries]: [
    WrittenText[],
    WrittenDate[],
    DraftView['tags'][number][],
    WrittenEntry[],
  ] = [[], [], [], []];
  const sentTags: PlacedTag[] = [];
  const sentEntries: PlacedEntry[] = [];
  for (const field of customerFields) {
    const value = draft[field.key];
    if (typeof value === 'string') texts.push({ field, text: value, path: () => toPointer([field.key]) });
    if (value === undefined) continue;
    switch (field.kind) {
      case 'date':
        addDate(field, draft[field.key], toPointer([field.key]));
        break;
      case 'tags':
        addTags(field, draft[field.key] ?? []);
        sentTags.push(...payloadTags(draft[field.key], field.key));
        break;
      case 'custom-data':
        addEntries(field, writtenEntries(draft[field.key], field.key));
        for (const entry of payloadCustomData(draft[field.key], field.key)) sentEntries.push(entry);
        break;
      default:
    }
  }
  const payload = buildPayload(draft);
  return { draft, payload, texts, dates, tags, payloadTags: sentTags, entries, payloadEntries: sentEntries };

  function addDate(field: CustomerFieldRow, date: string | number | undefined, path: JsonPointer): void {
    const text = String(date ?? '').trim();
    if (date !== undefined && text !== '') dates.push({ field, path, text, reading: readDate(date) });
  }

  function addTags(field: CustomerFieldRow, written: readonly TagDraft[]): void {
    for (const [index, tag] of written.entries()) {
      tags.push({ tag, path: toPointer([field.key, index]) });
      for (const part of ['name', 'color'] as const) {
        const text = tag[part];
        if (text !== undefined)
          texts.push({ field, part, text, path: () => toPointer([field.key, index, part]) });
      }
    }
  }

  function addEntries(field: CustomerFieldRow, written: Iterable<WrittenEntry>): void {
    for (const entry of written) {
      const { property, value } = entry;
      entries.push(entry);
      if (property !== undefined)
        texts.push({ field, part: 'property', text: property, path: entry.propertyPath });
      if (typeof value === 'string') texts.push({ field, part: 'value', text: value, path: entry.valuePath });
    }
  }
}
