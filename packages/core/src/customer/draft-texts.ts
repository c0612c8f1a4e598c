import type { CustomerDraft } from './customer-draft.ts';
import { customerFields } from './customer-fields.ts';
import { type JsonPointer, toPointer } from './json-pointer.ts';
import { writtenEntries } from './payload-custom-data.ts';

/** A piece of text in a draft, and where it stands, made when it is asked for; a map's key stands where its value does. */
export interface WrittenText {
  readonly text: string;
  path(): JsonPointer;
}

/** Every text of a draft, keys of custom data included. */
export function* draftTexts(draft: CustomerDraft): Generator<WrittenText> {
  for (const { key } of customerFields) {
    const value = draft[key];
    if (typeof value === 'string') yield { text: value, path: () => toPointer([key]) };
  }
  for (const [index, tag] of (draft.tags ?? []).entries()) {
    for (const part of ['name', 'color'] as const) {
      const text = tag[part];
      if (text !== undefined) yield { text, path: () => toPointer(['tags', index, part]) };
    }
  }
  for (const entry of writtenEntries(draft.customData ?? [])) {
    if (entry.property !== undefined) yield { text: entry.property, path: entry.propertyPath };
    if (typeof entry.value === 'string') yield { text: entry.value, path: entry.valuePath };
  }
}
