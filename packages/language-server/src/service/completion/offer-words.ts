import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import type { CompletionPlace } from './completion-place.ts';
import type { Offered } from './offer.ts';
import type { SeenWords } from './seen-words.ts';
import type { WordList } from './word-list.ts';

/** Words that were seen, the frequent first; not the one that is just being written. */
export function offerWords(
  words: keyof WordList,
  kind: CompletionItemKind,
  { written }: CompletionPlace,
  seen: SeenWords,
  { document }: Analysis,
): Offered[] {
  return seen
    .all(words)
    .filter(
      ([word, count]) =>
        word !== written?.trim() || count > Math.min(1, seen.countIn(document.uri, words, word)),
    )
    .map(([word, count], index) => ({
      label: word,
      detail: count === 1 ? 'used once' : `used ${count} times`,
      kind,
      filterText: JSON.stringify(word),
      sortText: String(index).padStart(4, '0'),
      text: JSON.stringify(word),
    }));
}
