import { type CustomerDraft, containsKeyLikeText, isCustomDataList } from '@helpcrunch-customer-kit/core';

/** The tag and property names of one file, each with its number of uses. */
interface FileNames {
  readonly tags: ReadonlyMap<string, number>;
  readonly properties: ReadonlyMap<string, number>;
}

/** The tag and property names of all known files, open or in the workspace. */
export interface KnownNames {
  /** Replaces the names of a file. */
  learn(uri: string, drafts: Iterable<CustomerDraft>): void;
  forget(uri: string): void;
  /** The most frequent first, with the number of uses. */
  all(kind: keyof FileNames): (readonly [name: string, count: number])[];
  /** The number of uses in one file. */
  countIn(uri: string, kind: keyof FileNames, name: string): number;
}

const maxFiles = 1000;
const maxOffered = 300;
const maxNamesPerFile = 200;
const maxNameLength = 80;

export function createKnownNames(): KnownNames {
  const files = new Map<string, FileNames>();
  return {
    learn(uri, drafts) {
      if (files.size < maxFiles || files.has(uri)) files.set(uri, namesIn(drafts));
    },
    forget: (uri) => void files.delete(uri),
    all(kind) {
      const counts = new Map<string, number>();
      for (const names of files.values()) {
        for (const [name, count] of names[kind]) counts.set(name, (counts.get(name) ?? 0) + count);
      }
      return [...counts].sort(([, one], [, other]) => other - one).slice(0, maxOffered);
    },
    countIn: (uri, kind, name) => files.get(uri)?.[kind].get(name) ?? 0,
  };
}

function namesIn(drafts: Iterable<CustomerDraft>): FileNames {
  const tags = new Map<string, number>();
  const properties = new Map<string, number>();
  for (const { tags: drafted = [], customData = {} } of drafts) {
    for (const { name } of drafted) count(tags, name);
    const keys = isCustomDataList(customData)
      ? customData.map(({ property }) => property)
      : Object.keys(customData);
    for (const property of keys) count(properties, property);
  }
  return { tags, properties };
}

/** Never a text that looks like an API key. */
function count(names: Map<string, number>, text: string | undefined): void {
  const name = text?.trim();
  if (!name || name.length > maxNameLength || containsKeyLikeText(name)) return;
  if (names.size < maxNamesPerFile || names.has(name)) names.set(name, (names.get(name) ?? 0) + 1);
}
