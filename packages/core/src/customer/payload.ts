import {
  type CustomDataDraft,
  type CustomDataEntry,
  type CustomDataValue,
  type CustomerDraft,
  isCustomDataList,
  type Tag,
  type TagDraft,
} from './draft.ts';
import { customerField } from './fields.ts';
import { trimmed } from './invisible.ts';
import { type JsonPointer, pointerSegments, toPointer } from './json.ts';

// How the parts of a draft are sent.

/** A tag as it is sent; `undefined` for one without a name, which is left out. */
export function payloadTag(tag: TagDraft): Tag | undefined {
  const name = trimmed(tag.name ?? '');
  if (name === '') return undefined;
  const color = trimmed(tag.color ?? '');
  return color === '' ? { name } : { name, color };
}

/** A custom attribute as written, in either form. Its places are built when they are needed. */
export interface WrittenEntry {
  readonly property: string | undefined;
  readonly value: CustomDataValue | undefined;
  /** As it is sent; `undefined` for one without a property or without a value, which is left out. */
  readonly sent: CustomDataEntry | undefined;
  /** The whole entry; in a map, its key. */
  path(): JsonPointer;
  propertyPath(): JsonPointer;
  valuePath(): JsonPointer;
}

/** Every custom attribute of a draft, in its order: the keys of a map or the entries of a list. */
export function writtenEntries(customData: CustomDataDraft = [], key = 'customData'): WrittenEntry[] {
  if (isCustomDataList(customData)) {
    return customData.map(({ property, value }, index) => ({
      property,
      value,
      sent: payloadEntry(property, value),
      path: () => toPointer([key, index]),
      propertyPath: () => toPointer([key, index, 'property']),
      valuePath: () => toPointer([key, index, 'value']),
    }));
  }
  return Object.entries(customData).map(([property, value]) => {
    const path = () => toPointer([key, property]);
    const sent = payloadEntry(property, value);
    return { property, value, sent, path, propertyPath: path, valuePath: path };
  });
}

function payloadEntry(
  property: string | undefined,
  value: CustomDataValue | undefined,
): CustomDataEntry | undefined {
  const sentProperty = trimmed(property ?? '');
  if (sentProperty === '') return undefined;
  const sentValue = payloadScalar(value);
  return sentValue === undefined ? undefined : { property: sentProperty, value: sentValue };
}

/** JSON has no NaN and no Infinity: they would arrive as `null`. */
function payloadScalar(value: CustomDataValue | undefined): CustomDataValue | undefined {
  if (typeof value === 'string') return trimmed(value) || undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

/**
 * Maps places of the payload to places of the draft, where the person wrote them. The payload leaves out blanks and has
 * custom data as a list; the draft may have blanks and a map. A place that the draft does not have stays as it is. The
 * lists of the draft are read once.
 */
export function draftPaths(draft: CustomerDraft): (payloadPath: JsonPointer) => JsonPointer {
  const tagLists = new Map<string, readonly JsonPointer[]>();
  const entryLists = new Map<string, readonly WrittenEntry[]>();
  return (payloadPath) => {
    const [key, index, part, ...rest] = pointerSegments(payloadPath);
    const field = customerField(key);
    if (index === undefined || !field) return payloadPath;
    if (field.kind === 'tags') {
      const tags = tagLists.get(field.key) ?? sentTagPaths(draft[field.key], field.key);
      tagLists.set(field.key, tags);
      const tag = tags[Number(index)];
      return tag === undefined ? payloadPath : tag + toPointer(part === undefined ? [] : [part, ...rest]);
    }
    if (field.kind !== 'custom-data') return payloadPath;
    const entries =
      entryLists.get(field.key) ??
      writtenEntries(draft[field.key], field.key).filter(({ sent }) => sent !== undefined);
    entryLists.set(field.key, entries);
    const written = entries[Number(index)];
    if (!written) return payloadPath;
    if (part === 'property') return written.propertyPath();
    return part === 'value' ? written.valuePath() : written.path();
  };
}

function sentTagPaths(tags: readonly TagDraft[] = [], key: string): readonly JsonPointer[] {
  return tags.flatMap((tag, index) => (payloadTag(tag) ? [toPointer([key, index])] : []));
}
