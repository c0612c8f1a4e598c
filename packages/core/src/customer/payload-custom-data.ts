import { type CustomDataDraft, isCustomDataList } from './customer-draft.ts';
import type { CustomDataEntry, CustomDataValue } from './customer-payload.ts';
import { type JsonPointer, toPointer } from './json-pointer.ts';

/** A custom attribute as written, whichever form it was written in. Its places are made when they are asked for. */
export interface WrittenEntry {
  readonly property: string | undefined;
  readonly value: CustomDataValue | undefined;
  /** The whole entry; in a map, its key. */
  path(): JsonPointer;
  propertyPath(): JsonPointer;
  valuePath(): JsonPointer;
}

/** Every custom attribute of a draft, in its order: a map's keys and a list's entries alike. */
export function* writtenEntries(customData: CustomDataDraft): Generator<WrittenEntry> {
  if (!isCustomDataList(customData)) {
    for (const [property, value] of Object.entries(customData)) {
      const path = () => toPointer(['customData', property]);
      yield { property, value, path, propertyPath: path, valuePath: path };
    }
    return;
  }
  for (const [index, { property, value }] of customData.entries()) {
    const placeOf = (...part: readonly string[]) => toPointer(['customData', index, ...part]);
    yield {
      property,
      value,
      path: placeOf,
      propertyPath: () => placeOf('property'),
      valuePath: () => placeOf('value'),
    };
  }
}

/** A custom attribute that travels, and where it was written. */
export interface PlacedEntry {
  readonly value: CustomDataEntry;
  readonly written: WrittenEntry;
}

/** The custom attributes that travel; one without a property or without a value stays at home. */
export function payloadCustomData(customData: CustomDataDraft): PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  for (const written of writtenEntries(customData)) {
    const property = written.property?.trim();
    const value = travelling(written.value);
    if (property && value !== undefined) placed.push({ value: { property, value }, written });
  }
  return placed;
}

/** JSON has no NaN and no Infinity: they would arrive as `null`. */
function travelling(value: CustomDataValue | undefined): CustomDataValue | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}
