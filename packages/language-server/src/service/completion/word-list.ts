import { type CustomerDraft, containsKeyLikeText, isCustomDataList } from '@helpcrunch-customer-kit/core';

/** The words of people's own that one file uses, each with how often. */
export interface WordList {
  readonly tags: ReadonlyMap<string, number>;
  readonly properties: ReadonlyMap<string, number>;
}

/** A file with more words than these teaches nothing, nor do longer ones. */
const mostWords = 200;
const longestWord = 80;

/** The names of tags and the properties of custom data in some customers; nothing that looks like a key. */
export function wordsOf(drafts: Iterable<CustomerDraft>): WordList {
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

function count(words: Map<string, number>, text: string | undefined): void {
  const word = text?.trim();
  if (!word || word.length > longestWord || containsKeyLikeText(word)) return;
  if (words.size < mostWords || words.has(word)) words.set(word, (words.get(word) ?? 0) + 1);
}
