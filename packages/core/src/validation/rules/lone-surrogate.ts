import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { draftTexts } from '../../customer/draft-texts.ts';

/** Half of a character, left by cutting an emoji in two: it has no UTF-8, so it would be stored as something else. */
export function* loneSurrogate(draft: CustomerDraft) {
  for (const { text, path } of draftTexts(draft)) {
    if (!text.isWellFormed()) yield { code: 'lone-surrogate', severity: 'error', path: path() } as const;
  }
}
