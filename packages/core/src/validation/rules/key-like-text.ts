import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { draftTexts } from '../../customer/draft-texts.ts';
import { containsKeyLikeText } from '../../customer/key-like-text.ts';
import type { RuleContext } from '../rule-context.ts';

/** The text itself is no fact of the issue: what looks like a key is treated as one. */
export function* keyLikeText(draft: CustomerDraft, { inFile = false }: RuleContext) {
  const severity = inFile ? 'error' : 'advice';
  for (const { text, path } of draftTexts(draft)) {
    if (containsKeyLikeText(text)) yield { code: 'key-like-text', severity, path: path() } as const;
  }
}
