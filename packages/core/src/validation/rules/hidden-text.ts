import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { draftTexts } from '../../customer/draft-texts.ts';
import { hiddenMark } from '../../customer/key-like-text.ts';

/** A draft or a shown request that comes back: something that looked like a key was taken out, and is not sent. */
export function* hiddenText(draft: CustomerDraft) {
  for (const { text, path } of draftTexts(draft)) {
    if (text.includes(hiddenMark)) yield { code: 'hidden-text', severity: 'advice', path: path() } as const;
  }
}
