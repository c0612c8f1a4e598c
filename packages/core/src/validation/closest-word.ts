import { distance } from 'fastest-levenshtein';

/** The one word that differs from `word` by the fewest letters, at most `limit`; `undefined` when none is that near. */
export function closestWord(word: string, words: Iterable<string>, limit: number): string | undefined {
  let closest: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    const letters = distance(word, candidate);
    if (letters <= limit && letters < (closest?.distance ?? Number.POSITIVE_INFINITY)) {
      closest = { word: candidate, distance: letters };
    }
  }
  return closest?.word;
}
