import { locales } from '@helpcrunch-customer-kit/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Offer } from './offer.ts';

/** Every language, found by its letters, its English name or its own. */
const offered = locales.map(({ code, name, nativeName }) => ({
  label: code,
  labelDetails: { description: name },
  detail: name === nativeName ? name : `${name} (${nativeName})`,
  kind: CompletionItemKind.EnumMember,
  // Editors compare it with what is replaced, quotes included.
  filterText: `"${code} ${name} ${nativeName}"`,
  sortText: name,
  text: JSON.stringify(code),
}));

export const offerLocales: Offer = ({ segments, isKey }) =>
  segments.join() === 'locale' && !isKey ? offered : [];
