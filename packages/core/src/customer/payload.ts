import { readDate } from './dates.ts';
import {
  type CreateCustomerPayload,
  type CustomDataDraft,
  type CustomDataEntry,
  type CustomDataValue,
  type CustomerDraft,
  isCustomDataList,
  type Tag,
  type TagDraft,
} from './draft.ts';
import { type CustomerFieldRow, customerFields } from './fields.ts';
import { trimmed } from './invisible.ts';
import { type JsonPointer, toPointer } from './json.ts';

/**
 * Builds the request body from a draft: only the documented request fields, every string trimmed, blank and empty left
 * out, dates as strings of UNIX seconds, custom data as a list. Total and idempotent: a date that cannot be read stays
 * as it was written (validation stops it from being sent).
 */
export function buildPayload(draft: CustomerDraft): CreateCustomerPayload {
  const entries = customerFields.map((field) => [field.key, payloadValue(draft, field)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function payloadValue(draft: CustomerDraft, field: CustomerFieldRow) {
  switch (field.kind) {
    case 'date':
      return payloadDate(draft[field.key]);
    case 'tags':
      return nonEmpty(payloadTags(draft[field.key], field.key).map(({ value }) => value));
    case 'custom-data':
      return nonEmpty(payloadCustomData(draft[field.key], field.key).map(({ value }) => value));
    default:
      return nonEmpty(trimmed(draft[field.key] ?? ''));
  }
}

function payloadDate(date: string | number | undefined): string | undefined {
  if (date === undefined) return undefined;
  const reading = readDate(date);
  return reading.kind === 'seconds' ? String(reading.seconds) : nonEmpty(String(date).trim());
}

function nonEmpty<Value extends string | readonly unknown[]>(value: Value): Value | undefined {
  return value.length > 0 ? value : undefined;
}

/** A tag in the payload, and its place in the draft. */
export interface PlacedTag {
  readonly value: Tag;
  readonly path: JsonPointer;
}

/** The tags of the payload; a tag without a name is left out. */
export function payloadTags(tags: readonly TagDraft[] = [], key = 'tags'): PlacedTag[] {
  return tags.flatMap((tag, index) => {
    const name = trimmed(tag.name ?? '');
    const color = trimmed(tag.color ?? '');
    if (!name) return [];
    return [{ value: color ? { name, color } : { name }, path: toPointer([key, index]) }];
  });
}

/** A custom attribute as written, in either form. Its places are built when they are needed. */
export interface WrittenEntry {
  readonly property: string | undefined;
  readonly value: CustomDataValue | undefined;
  /** The whole entry; in a map, its key. */
  path(): JsonPointer;
  propertyPath(): JsonPointer;
  valuePath(): JsonPointer;
}

/** Every custom attribute of a draft, in its order: the keys of a map or the entries of a list. */
export function* writtenEntries(
  customData: CustomDataDraft = [],
  key = 'customData',
): Generator<WrittenEntry> {
  if (!isCustomDataList(customData)) {
    for (const [property, value] of Object.entries(customData)) {
      const path = () => toPointer([key, property]);
      yield { property, value, path, propertyPath: path, valuePath: path };
    }
    return;
  }
  for (const [index, { property, value }] of customData.entries()) {
    const placeOf = (...part: readonly string[]) => toPointer([key, index, ...part]);
    yield {
      property,
      value,
      path: placeOf,
      propertyPath: () => placeOf('property'),
      valuePath: () => placeOf('value'),
    };
  }
}

/** A custom attribute in the payload, and how it was written. */
export interface PlacedEntry {
  readonly value: CustomDataEntry;
  readonly written: WrittenEntry;
}

/** The custom attributes of the payload; one without a property or without a value is left out. */
export function payloadCustomData(customData?: CustomDataDraft, key?: string): PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  for (const written of writtenEntries(customData, key)) {
    const property = trimmed(written.property ?? '');
    const value = payloadScalar(written.value);
    if (property && value !== undefined) placed.push({ value: { property, value }, written });
  }
  return placed;
}

/** JSON has no NaN and no Infinity: they would arrive as `null`. */
function payloadScalar(value: CustomDataValue | undefined): CustomDataValue | undefined {
  if (typeof value === 'string') return trimmed(value) || undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}
