import { readDate } from '@helpcrunch-customer-kit/core';
import { casual } from 'chrono-node/en';

/** No phrase is longer, and reading one takes time that grows with its length. */
const longestPhrase = 60;

/**
 * The date that a text means, in a form that core reads: what core reads already stays as it is; a phrase such as
 * `yesterday` or `2 weeks ago` becomes a moment, on this machine's clock; anything else stays as it was typed, for the
 * rules to judge. `now` is in milliseconds.
 */
export function resolveDate(text: string, now: number): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestPhrase) return text;
  if (readDate(trimmed).kind !== 'unreadable') return text;
  // Digits, signs and slashes alone are no phrase: 01/05/2024 is May to some and January to others.
  if (!/\p{L}/u.test(trimmed)) return text;
  const [phrase, ...others] = casual.parse(trimmed, new Date(now));
  const isWhole =
    phrase !== undefined && others.length === 0 && phrase.text.length === trimmed.length && !phrase.end;
  return isWhole
    ? phrase
        .date()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z')
    : text;
}
