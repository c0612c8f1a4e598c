import languages from 'iso-639-1';

/** A language of ISO 639-1: its two letters, its English name and its own. */
export interface Locale {
  readonly code: string;
  readonly name: string;
  readonly nativeName: string;
}

/** Every language of ISO 639-1, by code. */
export const locales: readonly Locale[] = languages
  .getAllCodes()
  .map((code) => ({ code, name: languages.getName(code), nativeName: languages.getNativeName(code) }));

export function isLocale(code: string): boolean {
  return languages.validate(code);
}

/** The code that was most likely meant: `pt-br` → `pt`, `EN` → `en`, `Ukrainian` → `uk`. */
export function suggestLocale(text: string): string | undefined {
  const [language = ''] = text.toLowerCase().split(/[-_]/);
  if (isLocale(language)) return language;
  const name = text.toLowerCase();
  return locales.find((locale) =>
    [locale.name, locale.nativeName].some((known) => known.toLowerCase() === name),
  )?.code;
}
