import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { draftTexts } from '../../customer/draft-texts.ts';
import { containsKeyLikeText } from '../../customer/key-like-text.ts';

/** The text itself is no fact of the issue: what looks like a key is treated as one. */
export function* keyLikeText(draft: CustomerDraft) {
  for (const { text, path } of draftTexts(draft)) {
    if (containsKeyLikeText(text)) yield { code: 'key-like-text', severity: 'advice', path } as const;
  }
}
