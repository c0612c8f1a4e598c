import { isLocale, locales } from '@helpcrunch-customer-kit/core';

/**
 * The code of a language that is written as a code, or by its whole English or own name; anything else stays as it was
 * written, for the rules to judge.
 */
export function readLanguage(text: string): string {
  const typed = text.trim();
  if (typed === '' || isLocale(typed)) return text;
  const name = typed.toLowerCase();
  const found = locales.find((locale) =>
    [locale.name, locale.nativeName].some((known) => known.toLowerCase() === name),
  );
  return found?.code ?? text;
}
