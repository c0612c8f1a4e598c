import { CompletionItemKind } from 'vscode-languageserver-types';
import { afterTrivia } from '../edits/trivia.ts';
import type { Offer } from './offer.ts';
import { offerWords } from './offer-words.ts';

/** The properties of custom data that customers of the workspace have, as a map's key or as an entry's value. */
export const offerProperties: Offer = (place, seen, analysis) => {
  const { segments, isKey, range } = place;
  const [field, , part] = segments;
  if (field !== 'customData') return [];
  const isMapKey = segments.length === 2 && isKey;
  const isEntryValue = segments.length === 3 && part === 'property' && !isKey;
  if (!isMapKey && !isEntryValue) return [];
  const words = offerWords('properties', CompletionItemKind.Property, place, seen, analysis);
  const next = analysis.text.charAt(afterTrivia(analysis.text, range.offset + range.length));
  if (isEntryValue || next === ':') return words;
  return words.map((word) => ({ ...word, text: `${word.text}: ` }));
};
