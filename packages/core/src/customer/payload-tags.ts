import type { TagDraft } from './customer-draft.ts';
import type { Tag } from './customer-payload.ts';
import { type JsonPointer, toPointer } from './json-pointer.ts';

/** A part of the payload, and where in the draft it was written. */
export interface Placed<Value> {
  readonly value: Value;
  readonly path: JsonPointer;
}

/** The tags that travel, each with its place in the draft; a tag without a name stays at home. */
export function payloadTags(tags: readonly TagDraft[]): Placed<Tag>[] {
  return tags.flatMap((tag, index) => {
    const name = tag.name?.trim();
    const color = tag.color?.trim();
    if (!name) return [];
    return [{ value: color ? { name, color } : { name }, path: toPointer(['tags', index]) }];
  });
}
