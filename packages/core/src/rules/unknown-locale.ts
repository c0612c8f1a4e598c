import { quote } from '../customer/format.ts';
import { withoutInvisible } from '../customer/invisible.ts';
import { isLocale, suggestLocale } from './locale.ts';
import { defineRule } from './rule.ts';

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
  checkText({ field, text }) {
    if (field.kind !== 'locale') return undefined;
    const locale = withoutInvisible(text);
    return locale === '' || isLocale(locale) ? undefined : { locale, suggestion: suggestLocale(locale) };
  },
});
