import { type CustomDataDraft, isCustomDataList } from './customer-draft.ts';
import type { CustomDataEntry, CustomDataValue } from './customer-payload.ts';
import { type JsonPointer, toPointer } from './json-pointer.ts';
import type { Placed } from './payload-tags.ts';

/** A custom attribute as written, whichever form it was written in. */
export interface WrittenEntry {
  readonly property: string | undefined;
  readonly value: CustomDataValue | undefined;
  /** The whole entry; in a map, its key. */
  readonly path: JsonPointer;
  readonly propertyPath: JsonPointer;
  readonly valuePath: JsonPointer;
}

/** Every custom attribute of a draft, in its order: a map's keys and a list's entries alike. */
export function writtenEntries(customData: CustomDataDraft): WrittenEntry[] {
  if (!isCustomDataList(customData)) {
    return Object.entries(customData).map(([property, value]) => {
      const path = toPointer(['customData', property]);
      return { property, value, path, propertyPath: path, valuePath: path };
    });
  }
  return customData.map(({ property, value }, index) => ({
    property,
    value,
    path: toPointer(['customData', index]),
    propertyPath: toPointer(['customData', index, 'property']),
    valuePath: toPointer(['customData', index, 'value']),
  }));
}

/** A custom attribute that travels, and where its halves were written. */
export interface PlacedEntry extends Placed<CustomDataEntry> {
  readonly propertyPath: JsonPointer;
  readonly valuePath: JsonPointer;
}

/** The custom attributes that travel; one without a property or without a value stays at home. */
export function payloadCustomData(customData: CustomDataDraft): PlacedEntry[] {
  return writtenEntries(customData).flatMap((entry) => {
    const property = entry.property?.trim();
    const value = travelling(entry.value);
    return property && value !== undefined ? [{ ...entry, value: { property, value } }] : [];
  });
}

/** JSON has no NaN and no Infinity: they would arrive as `null`. */
function travelling(value: CustomDataValue | undefined): CustomDataValue | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}
