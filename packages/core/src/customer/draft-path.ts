import type { CustomerDraft, TagDraft } from './draft.ts';
import { customerField } from './fields.ts';
import { type JsonPointer, pointerSegments, toPointer } from './json.ts';
import { payloadTag, type WrittenEntry, writtenEntries } from './payload.ts';

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
