import { isLocale, type Locale, locales, suggestLocale } from '@helpcrunch-customer-kit/core';

/** How well a language fits what was typed: the smaller the better, `undefined` for not at all. */
function rank({ code, name, nativeName }: Locale, typed: string): number | undefined {
  const names = [name.toLowerCase(), nativeName.toLowerCase()];
  if (code === typed) return 0;
  if (names.includes(typed)) return 1;
  if (code.startsWith(typed)) return 2;
  if (names.some((text) => text.startsWith(typed))) return 3;
  if (names.some((text) => text.includes(typed))) return 4;
  return names.some((text) => hasLetters(text, typed)) ? 5 : undefined;
}

/** True when the letters stand in the text in their order, whatever stands between: `prtg` in `portuguese`. */
function hasLetters(text: string, letters: string): boolean {
  let found = 0;
  for (const letter of text) if (letter === letters[found]) found += 1;
  return found === letters.length;
}

/** Languages that fit what was typed, by code, English name or own name, the best first; all of them for nothing. */
export function findLocales(text: string): readonly Locale[] {
  const typed = text.trim().toLowerCase();
  if (typed === '') return locales;
  const ranked = locales.flatMap((locale) => {
    const score = rank(locale, typed);
    return score === undefined ? [] : [{ locale, score }];
  });
  if (ranked.length > 0)
    return ranked.sort((one, other) => one.score - other.score).map(({ locale }) => locale);
  // `pt-br` fits nothing by its letters, but there is one thing it means.
  const meant = suggestLocale(text);
  return locales.filter(({ code }) => code === meant);
}

/** Where the cursor stands before anyone moves it: on the best match, or on none while nothing is typed. */
export function firstMatch(text: string): number {
  return text.trim() === '' ? -1 : 0;
}

/** The code that Enter takes: what was typed if it is one, or else the match that is chosen. */
export function chosenLocale(text: string, selected: number): string {
  const typed = text.trim();
  return isLocale(typed) ? typed : (findLocales(text)[selected]?.code ?? text);
}
