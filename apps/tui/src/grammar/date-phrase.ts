import { readDate } from '@helpcrunch-customer-kit/core';
import type { ParsedComponents } from 'chrono-node';
import { casual } from 'chrono-node/en';

/** No phrase is longer, and reading one takes time that grows with its length. */
const longestPhrase = 60;

/**
 * The date that a text means, in a form that core reads: what core reads already stays as it is; a phrase such as
 * `yesterday`, `last Friday` or `2 hours ago` becomes a date. Without a time it is a day alone, and without a zone it
 * has none, so that core reads it as every other date: 00:00, UTC. Anything else stays as it was typed, for the rules.
 * `now` is in milliseconds.
 */
export function resolveDate(text: string, now: number): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestPhrase) return text;
  if (readDate(trimmed).kind !== 'unreadable') return text;
  // Digits, signs and slashes alone are no phrase: 01/05/2024 is May to some and January to others.
  if (!/\p{L}/u.test(trimmed)) return text;
  const [phrase, ...others] = casual.parse(trimmed, { instant: new Date(now), timezone: 0 });
  const isWhole =
    phrase !== undefined && others.length === 0 && phrase.text.length === trimmed.length && !phrase.end;
  return isWhole ? dateText(phrase.start) : text;
}

function dateText(start: ParsedComponents): string {
  const iso = start.date().toISOString();
  if (start.isCertain('timezoneOffset')) return iso.replace(/\.\d+Z$/, 'Z');
  return start.isCertain('hour') ? iso.slice(0, 19).replace('T', ' ') : iso.slice(0, 10);
}
