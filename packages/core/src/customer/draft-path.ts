import type { CustomerDraft } from './draft.ts';
import { customerField } from './fields.ts';
import { type JsonPointer, pointerSegments, toPointer } from './json.ts';
import { type PlacedEntry, type PlacedTag, payloadCustomData, payloadTags } from './payload.ts';

/**
 * Maps places of the payload to places of the draft, where the person wrote them. The payload leaves out blanks and has
 * custom data as a list; the draft may have blanks and a map. A place that the draft does not have stays as it is. The
 * lists of the draft are read once.
 */
export function draftPaths(draft: CustomerDraft): (payloadPath: JsonPointer) => JsonPointer {
  const tagLists = new Map<string, readonly PlacedTag[]>();
  const entryLists = new Map<string, readonly PlacedEntry[]>();
  return (payloadPath) => {
    const [key, index, part, ...rest] = pointerSegments(payloadPath);
    const field = customerField(key);
    if (index === undefined || !field) return payloadPath;
    if (field.kind === 'tags') {
      const tags = tagLists.get(field.key) ?? payloadTags(draft[field.key], field.key);
      tagLists.set(field.key, tags);
      const tag = tags[Number(index)];
      return tag ? tag.path + toPointer(part === undefined ? [] : [part, ...rest]) : payloadPath;
    }
    if (field.kind !== 'custom-data') return payloadPath;
    const entries = entryLists.get(field.key) ?? payloadCustomData(draft[field.key], field.key);
    entryLists.set(field.key, entries);
    const written = entries[Number(index)]?.written;
    if (!written) return payloadPath;
    if (part === 'property') return written.propertyPath();
    return part === 'value' ? written.valuePath() : written.path();
  };
}
