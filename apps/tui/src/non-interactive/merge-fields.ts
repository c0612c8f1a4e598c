import {
  type CustomDataDraft,
  type CustomDataEntryDraft,
  type CustomerDraft,
  customerFields,
  isWithin,
  type ReadCustomer,
  type TagDraft,
  toPointer,
} from '@helpcrunch-customer-kit/core';

/** A customer from a file and from flags, and what of the file a flag replaces, a sentence each. */
export interface MergedCustomer {
  readonly customer: ReadCustomer;
  readonly notes: readonly string[];
}

/** Flags win field by field; tags and custom data merge, by their names. */
export function mergeFields({ draft, issues, asTyped }: ReadCustomer, given: CustomerDraft): MergedCustomer {
  const merged: Record<string, unknown> = { ...draft };
  const notes: string[] = [];
  const replaced: string[] = [];
  for (const { key, kind } of customerFields) {
    if (given[key] === undefined) continue;
    if (kind === 'tags') merged[key] = mergeTags(draft.tags ?? [], given.tags ?? [], notes);
    else if (kind === 'custom-data') {
      merged[key] = mergeCustomData(draft.customData ?? [], given.customData ?? [], notes);
      for (const [place, property] of replacedEntries(draft.customData ?? [], given.customData ?? [])) {
        replaced.push(place);
        const isUnread = issues.some(({ path, severity }) => severity === 'error' && isWithin(path, place));
        if (isUnread) notes.push(replacement(`property ${JSON.stringify(property)}`, undefined, ''));
      }
    } else {
      const isUnread = issues.some(({ path }) => path === `/${key}`);
      if (draft[key] !== undefined || isUnread) notes.push(replacement(key, draft[key], given[key]));
      merged[key] = given[key];
      replaced.push(`/${key}`);
    }
  }
  return {
    customer: {
      draft: merged,
      issues: issues.filter(({ path }) => !replaced.some((place) => isWithin(path, place))),
      ...(asTyped ? { asTyped: without(asTyped, replaced) } : {}),
    },
    notes: notes.filter((note) => note !== ''),
  };
}

/** The values of fields that no flag replaces. */
function without<Values extends object>(values: Values, replaced: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => !replaced.includes(`/${key}`)),
  ) as Values;
}

/** Empty where nothing changes. */
function replacement(name: string, before: unknown, after: unknown): string {
  if (before === undefined) return `The ${name} of the file is replaced.`;
  const [from, to] = [JSON.stringify(before), JSON.stringify(after)];
  return from === to ? '' : `The ${name} of the file is replaced: ${from} becomes ${to}.`;
}

function mergeTags(before: readonly TagDraft[], given: readonly TagDraft[], notes: string[]): TagDraft[] {
  const merged = [...before];
  for (const tag of given) {
    const places = placesOf(before, ({ name }) => name !== undefined && name === tag.name);
    if (places.length === 0) merged.push(tag);
    for (const at of places) {
      notes.push(replacement('tag', merged[at], tag));
      merged[at] = tag;
    }
  }
  return merged;
}

/** All of them: a second one of the same name would win. None is removed, so that the others keep their places. */
function placesOf<Item>(items: readonly Item[], isSame: (item: Item) => boolean): readonly number[] {
  return items.flatMap((item, index) => (isSame(item) ? [index] : []));
}

/** In the file's form, a map or a list, so that issues name the places that the file has. */
function mergeCustomData(before: CustomDataDraft, given: CustomDataDraft, notes: string[]): CustomDataDraft {
  const entries = toEntries(given);
  const isList = Array.isArray(before);
  const written = toEntries(before);
  const merged = [...written];
  for (const entry of entries) {
    const places = placesOf(written, ({ property }) => property !== undefined && property === entry.property);
    if (places.length === 0) merged.push(entry);
    for (const at of places) {
      notes.push(replacement(`property ${JSON.stringify(entry.property)}`, merged[at]?.value, entry.value));
      merged[at] = entry;
    }
  }
  const pairs = merged.flatMap(({ property, value }) =>
    property === undefined || value === undefined ? [] : [[property, value] as const],
  );
  return isList || pairs.length < merged.length ? merged : Object.fromEntries(pairs);
}

/** The places of custom data in the file that flags replace; the file's value may be one that could not be read. */
function replacedEntries(
  before: CustomDataDraft,
  given: CustomDataDraft,
): [place: string, property: string][] {
  const properties = toEntries(given).map(({ property }) => property ?? '');
  if (!Array.isArray(before)) {
    return properties.map((property) => [toPointer(['customData', property]), property]);
  }
  return toEntries(before).flatMap(({ property = '' }, index): [string, string][] =>
    properties.includes(property) ? [[toPointer(['customData', index]), property]] : [],
  );
}

function toEntries(customData: CustomDataDraft): CustomDataEntryDraft[] {
  if (Array.isArray(customData)) return [...customData];
  return Object.entries(customData).map(([property, value]) => ({ property, value }));
}
