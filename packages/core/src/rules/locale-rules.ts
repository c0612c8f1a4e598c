import languages from 'iso-639-1';
import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { defineRule } from './rule.ts';

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

/**
 * The code that was most likely meant: `pt-br` → `pt`, `EN` → `en`, `Ukrainian` → `uk`, three letters or an old code
 * (`ukr`, `iw`), or the code of a country (`jp` → `ja`).
 */
export function suggestLocale(text: string): string | undefined {
  const name = text.toLowerCase();
  const [language = ''] = name.split(/[-_]/);
  if (isLocale(language)) return language;
  if (countriesLikeOldCodes.has(language)) return undefined;
  const named = locales.find((locale) =>
    [locale.name, locale.nativeName].some((known) => known.toLowerCase() === name),
  );
  return named?.code ?? canonicalLanguage(language) ?? languageOfCountry(language);
}

/** India and Macao, but once Indonesian and Moldovan. */
const countriesLikeOldCodes: ReadonlySet<string> = new Set(['in', 'mo']);

function canonicalLanguage(code: string): string | undefined {
  if (!/^[a-z]{2,3}$/.test(code)) return undefined;
  const canonical = Intl.getCanonicalLocales(code)[0];
  return canonical !== undefined && isLocale(canonical) ? canonical : undefined;
}

/**
 * The language of a country that is the first one to speak it: `jp` → `ja`. A user who wrote `by`, `kz` or `ch` may have
 * meant one of several languages, and is not corrected.
 */
function languageOfCountry(code: string): string | undefined {
  if (!/^[a-z]{2}$/.test(code)) return undefined;
  const { language } = new Intl.Locale(`und-${code}`).maximize();
  const { region } = new Intl.Locale(language).maximize();
  return region === code.toUpperCase() && isLocale(language) ? language : undefined;
}

export const unknownLocale = defineRule({
  code: 'unknown-locale',
  severity: 'error',
  title: 'Unknown language code',
  why: 'A locale is an ISO 639-1 code (documented): two lowercase letters, no region.',
  example: '{"name": "Ada", "locale": "pt-br"}',
  message: ({ locale, suggestion }: { locale: string; suggestion: string | undefined }) =>
    suggestion === undefined
      ? `Not an ISO 639-1 language code: ${quote(locale)}. Examples: en, de, uk`
      : `Not an ISO 639-1 language code: ${quote(locale)}. Did you mean "${suggestion}"?`,
  texts: 'locale',
  checkText({ text }) {
    const locale = withoutInvisible(text);
    return locale === '' || isLocale(locale) ? undefined : { locale, suggestion: suggestLocale(locale) };
  },
});
