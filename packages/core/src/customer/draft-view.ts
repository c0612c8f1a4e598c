import { type DateReading, readDate } from './dates.ts';
import type {
  CreateCustomerPayload,
  CustomDataDraft,
  CustomDataEntry,
  CustomerDraft,
  Tag,
  TagDraft,
} from './draft.ts';
import { type CustomerFieldRow, customerFields } from './fields.ts';
import { trimmed, withoutInvisible } from './invisible.ts';
import { type JsonPointer, toPointer } from './json.ts';
import { payloadTag, type WrittenEntry, writtenEntries } from './payload.ts';

/** A part of a draft. Its place is built when it is needed. */
export interface DraftPart {
  path(): JsonPointer;
}

/** A text in a draft; a key of a map has the place of its value. */
export interface WrittenText extends DraftPart {
  readonly field: CustomerFieldRow;
  /** For a text in a list. */
  readonly part?: 'name' | 'color' | 'property' | 'value' | undefined;
  readonly text: string;
}

/** A date in a draft that is not blank. */
export interface WrittenDate extends DraftPart {
  readonly field: CustomerFieldRow;
  readonly text: string;
  readonly reading: DateReading;
}

/** A tag as written, and as it is sent; one without a name is not. */
export interface WrittenTag extends DraftPart {
  readonly tag: TagDraft;
  readonly sent: Tag | undefined;
}

/** A draft as rules look at it, read once for all of them. */
export interface DraftView {
  readonly draft: CustomerDraft;
  readonly payload: CreateCustomerPayload;
  /** Every text, properties of custom data included. */
  readonly texts: readonly WrittenText[];
  /** Those with more than printable ASCII: only in these, something can be invisible, damaged or half a character. */
  readonly unusualTexts: readonly WrittenText[];
  readonly dates: readonly WrittenDate[];
  readonly tags: readonly WrittenTag[];
  readonly entries: readonly WrittenEntry[];
}

/**
 * Builds the request body from a draft: only the documented request fields, every string trimmed, blank and empty left
 * out, dates as strings of UNIX seconds, custom data as a list. Total and idempotent: a date that cannot be read stays
 * as it was written (validation stops it from being sent).
 */
export function buildPayload(draft: CustomerDraft): CreateCustomerPayload {
  return viewDraft(draft).payload;
}

export function viewDraft(draft: CustomerDraft): DraftView {
  const texts: WrittenText[] = [];
  const unusualTexts: WrittenText[] = [];
  const dates: WrittenDate[] = [];
  const tags: WrittenTag[] = [];
  const entries: WrittenEntry[] = [];
  const payload: Record<string, unknown> = {};
  for (const field of customerFields) {
    const value = draft[field.key];
    if (value === undefined) continue;
    const path = () => toPointer([field.key]);
    if (typeof value === 'string') addText(field, undefined, value, path);
    const sent = viewField(field, path);
    if (sent !== undefined && sent.length > 0) payload[field.key] = sent;
  }
  // Each field has the value of its kind, which the type of a record cannot express.
  return { draft, payload: payload as CreateCustomerPayload, texts, unusualTexts, dates, tags, entries };

  /** What is sent of a field; empty when nothing is. */
  function viewField(field: CustomerFieldRow, path: () => JsonPointer) {
    switch (field.kind) {
      case 'date':
        return viewDate(field, draft[field.key] ?? '', path);
      case 'tags':
        return viewTags(field, draft[field.key] ?? []);
      case 'custom-data':
        return viewEntries(field, draft[field.key] ?? []);
      default:
        return trimmed(draft[field.key] ?? '');
    }
  }

  function addText(
    field: CustomerFieldRow,
    part: WrittenText['part'],
    text: string,
    path: () => JsonPointer,
  ): void {
    const written = { field, part, text, path };
    texts.push(written);
    if (!plainText.test(text)) unusualTexts.push(written);
  }

  function viewDate(field: CustomerFieldRow, date: string | number, path: () => JsonPointer): string {
    const text = trimmed(String(date));
    if (text === '') return '';
    // Invisible characters are an issue of their own.
    const reading = readDate(typeof date === 'string' ? withoutInvisible(date) : date);
    dates.push({ field, text, reading, path });
    return reading.kind === 'seconds' ? String(reading.seconds) : text;
  }

  function viewTags(field: CustomerFieldRow, written: readonly TagDraft[]): readonly Tag[] {
    const sentTags: Tag[] = [];
    for (const [index, tag] of written.entries()) {
      const { name, color } = tag;
      const sent = payloadTag(tag);
      if (sent) sentTags.push(sent);
      tags.push({ tag, sent, path: () => toPointer([field.key, index]) });
      if (name !== undefined) {
        addText(field, 'name', name, () => toPointer([field.key, index, 'name']));
      }
      if (color !== undefined) {
        addText(field, 'color', color, () => toPointer([field.key, index, 'color']));
      }
    }
    return sentTags;
  }

  function viewEntries(field: CustomerFieldRow, customData: CustomDataDraft): readonly CustomDataEntry[] {
    const sentEntries: CustomDataEntry[] = [];
    for (const entry of writtenEntries(customData, field.key)) {
      const { property, value, sent } = entry;
      if (sent) sentEntries.push(sent);
      entries.push(entry);
      if (property !== undefined) addText(field, 'property', property, entry.propertyPath);
      if (typeof value === 'string') addText(field, 'value', value, entry.valuePath);
    }
    return sentEntries;
  }
}

const plainText = /^[\x20-\x7e]*$/;
