import type { WordList } from './word-list.ts';

/** The words of all files that were seen, open or in the workspace. */
export interface SeenWords {
  /** Takes a file's words, or forgets them. */
  set(uri: string, words: WordList | undefined): void;
  /** A kind of word, the most frequent first, with how often. */
  all(kind: keyof WordList): (readonly [word: string, count: number])[];
  /** How often a word stands in one file. */
  countIn(uri: string, kind: keyof WordList, word: string): number;
}

const mostFiles = 1000;
const mostOffered = 300;

export function createSeenWords(): SeenWords {
  const files = new Map<string, WordList>();
  return {
    set(uri, words) {
      if (!words) files.delete(uri);
      else if (files.size < mostFiles || files.has(uri)) files.set(uri, words);
    },
    all(kind) {
      const counts = new Map<string, number>();
      for (const words of files.values()) {
        for (const [word, count] of words[kind]) counts.set(word, (counts.get(word) ?? 0) + count);
      }
      return [...counts].sort(([, one], [, other]) => other - one).slice(0, mostOffered);
    },
    countIn: (uri, kind, word) => files.get(uri)?.[kind].get(word) ?? 0,
  };
}
