import type { CustomerDraft } from './customer-draft.ts';
import type { Tag } from './customer-payload.ts';
import { type JsonPointer, pointerSegments, toPointer } from './json-pointer.ts';
import { type PlacedEntry, payloadCustomData } from './payload-custom-data.ts';
import { type Placed, payloadTags } from './payload-tags.ts';

/**
 * Where the person wrote what stands at a place of the payload. The payload counts only what travels, and has custom
 * data as a list; the draft may count blanks, and may have a map. A place the draft does not have stays as it is.
 */
export function toDraftPath(draft: CustomerDraft, payloadPath: JsonPointer): JsonPointer {
  return draftPaths(draft)(payloadPath);
}

/** `toDraftPath` for many places of one draft, whose lists are gone through once. */
export function draftPaths(draft: CustomerDraft): (payloadPath: JsonPointer) => JsonPointer {
  let tags: readonly Placed<Tag>[] | undefined;
  let entries: readonly PlacedEntry[] | undefined;
  return (payloadPath) => {
    const [field, index, part, ...rest] = pointerSegments(payloadPath);
    if (index === undefined) return payloadPath;
    if (field === 'tags') {
      tags ??= payloadTags(draft.tags ?? []);
      const tag = tags[Number(index)];
      return tag ? tag.path + toPointer(part === undefined ? [] : [part, ...rest]) : payloadPath;
    }
    if (field !== 'customData') return payloadPath;
    entries ??= payloadCustomData(draft.customData ?? []);
    const written = entries[Number(index)]?.written;
    if (!written) return payloadPath;
    if (part === 'property') return written.propertyPath();
    return part === 'value' ? written.valuePath() : written.path();
  };
}
