import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { isLocale, suggestLocale } from '../locale.ts';

export function* unknownLocale(draft: CustomerDraft) {
  const locale = draft.locale?.trim();
  if (locale && !isLocale(locale)) {
    const suggestion = suggestLocale(locale);
    yield { code: 'unknown-locale', severity: 'error', path: '/locale', locale, suggestion } as const;
  }
}
