import { isLocale, type Locale, locales, suggestLocale } from '@helpcrunch-customer-kit/core';

/** How well a language fits what was typed: the smaller the better, `undefined` for not at all. */
function rank(
  { code, name, nativeName }: Locale,
  typed: string,
  meant: string | undefined,
): number | undefined {
  const names = [name.toLowerCase(), nativeName.toLowerCase()];
  if (code === typed || code === meant) return 0;
  if (names.includes(typed)) return 1;
  if (code.startsWith(typed)) return 2;
  if (names.some((text) => text.startsWith(typed))) return worstBeginning;
  if (names.some((text) => text.includes(typed))) return 4;
  return names.some((text) => hasLetters(text, typed)) ? 5 : undefined;
}

/** A language that fits less well only has the letters somewhere: typing them does not choose it. */
const worstBeginning = 3;

/** True when the letters stand in the text in their order, whatever stands between: `prtg` in `portuguese`. */
function hasLetters(text: string, letters: string): boolean {
  let found = 0;
  for (const letter of text) if (letter === letters[found]) found += 1;
  return found === letters.length;
}

function rankedLocales(typed: string) {
  // `pt-br`, `ua` and `cn` are no codes, but each means one language.
  const meant = suggestLocale(typed);
  return locales
    .flatMap((locale) => {
      const score = rank(locale, typed, meant);
      return score === undefined ? [] : [{ locale, score }];
    })
    .sort((one, other) => one.score - other.score);
}

/** The languages of most customers, which are offered first while nothing is typed. */
const common = 'en es pt de fr uk pl it nl tr ru ar zh ja';
const byUse: readonly Locale[] = [
  ...common.split(' ').flatMap((code) => locales.filter((locale) => locale.code === code)),
  ...locales.filter(({ code }) => !common.includes(code)),
];

/** Languages that fit what was typed, by code, English name or own name, the best first; all of them for nothing. */
export function findLocales(text: string): readonly Locale[] {
  const typed = text.trim().toLowerCase();
  return typed === '' ? byUse : rankedLocales(typed).map(({ locale }) => locale);
}

/** What is chosen before anyone moves the cursor: the best match if it begins as typed, or else none (-1). */
export function firstMatch(text: string): number {
  const typed = text.trim().toLowerCase();
  const [best] = typed === '' ? [] : rankedLocales(typed);
  return best && best.score <= worstBeginning ? 0 : -1;
}

/** The code that Enter takes: what was typed if it is one, or else the match that is chosen. */
export function chosenLocale(text: string, selected: number): string {
  const typed = text.trim();
  return isLocale(typed) ? typed : (findLocales(text)[selected]?.code ?? text);
}
