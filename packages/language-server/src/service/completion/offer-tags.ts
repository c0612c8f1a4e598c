import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Offer } from './offer.ts';
import { offerWords } from './offer-words.ts';

/** The names of tags that customers of the workspace have. */
export const offerTags: Offer = (place, seen, analysis) => {
  const [field, , part, ...rest] = place.segments;
  const isHere = field === 'tags' && part === 'name' && rest.length === 0 && !place.isKey;
  return isHere ? offerWords('tags', CompletionItemKind.Value, place, seen, analysis) : [];
};
