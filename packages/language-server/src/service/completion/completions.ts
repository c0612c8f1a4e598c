import type { CompletionItem } from 'vscode-languageserver-types';
import type { Analysis } from '../document/analysis.ts';
import { toRange } from '../document/to-range.ts';
import { completionPlace } from './completion-place.ts';
import type { Offer } from './offer.ts';
import { offerLocales } from './offer-locales.ts';
import { offerProperties } from './offer-properties.ts';
import { offerTags } from './offer-tags.ts';
import type { SeenWords } from './seen-words.ts';

const offers: readonly Offer[] = [offerLocales, offerTags, offerProperties];

/** What can be written at an offset, beyond what a schema knows. */
export function completionsAt(analysis: Analysis, offset: number, seen: SeenWords): CompletionItem[] {
  const place = completionPlace(analysis, offset);
  if (!place) return [];
  const range = toRange(analysis.document, place.range);
  return offers.flatMap((offer) =>
    offer(place, seen, analysis).map(({ text, ...item }) => ({
      ...item,
      textEdit: { range, newText: text },
    })),
  );
}
