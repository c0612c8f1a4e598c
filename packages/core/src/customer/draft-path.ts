import type { CustomerDraft } from './customer-draft.ts';
import { type JsonPointer, pointerSegments, toPointer } from './json-pointer.ts';
import { payloadCustomData } from './payload-custom-data.ts';
import { payloadTags } from './payload-tags.ts';

/**
 * Where the person wrote what stands at a place of the payload. The payload counts only what travels, and has custom
 * data as a list; the draft may count blanks, and may have a map. A place the draft does not have stays as it is.
 */
export function toDraftPath(draft: CustomerDraft, payloadPath: JsonPointer): JsonPointer {
  const [field, index, part, ...rest] = pointerSegments(payloadPath);
  if (index === undefined) return payloadPath;
  if (field === 'tags') {
    const tag = payloadTags(draft.tags ?? [])[Number(index)];
    return tag ? tag.path + toPointer(part === undefined ? [] : [part, ...rest]) : payloadPath;
  }
  if (field === 'customData') {
    const entry = payloadCustomData(draft.customData ?? [])[Number(index)];
    if (!entry) return payloadPath;
    if (part === 'property') return entry.propertyPath;
    return part === 'value' ? entry.valuePath : entry.path;
  }
  return payloadPath;
}
