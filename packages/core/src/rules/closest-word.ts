import { distance } from 'fastest-levenshtein';

/** The one word that differs from `word` by the fewest slips, at most `limit`; `undefined` when none is that near. */
export function closestWord(word: string, words: Iterable<string>, limit: number): string | undefined {
  let closest: { word: string; slips: number } | undefined;
  for (const candidate of words) {
    // Each character more or less is a slip.
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const slips = isSwapped(word, candidate) ? 1 : distance(word, candidate);
    if (slips <= limit && slips < (closest?.slips ?? Number.POSITIVE_INFINITY)) {
      closest = { word: candidate, slips };
    }
  }
  return closest?.word;
}

/** Two swapped neighbors, as in `emial`, are one slip of the fingers; Levenshtein counts two. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}` === other;
}
