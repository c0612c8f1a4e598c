import { customerName, type JsonObject } from '@helpcrunch-customer-kit/core';
import type { SavedDraft } from '@helpcrunch-customer-kit/local';
import { ageText } from './age-text.ts';

/** A draft in a few words: who, and from when. */
export function draftTitle({ draft, savedAt }: SavedDraft, now: number): string {
  return `${customerName(draft as JsonObject)}, ${ageText(savedAt, now)}`;
}

/** What someone has to know before going on with a draft whose outcome was unknown. */
export const unknownDraftAdvice =
  'This customer was sent before, and may have been created: look for it before sending it again.';

/** What someone has to know whose draft another window has taken up at the same moment. */
export const takenDraftAdvice =
  'Another window goes on with this draft, too; what you change here is kept beside it.';

export const noDraft = 'No draft to resume. This is a new customer.';

/** The last line before leaving with something unsent. */
export function resumeLine(program: string): string {
  return `Your draft is kept. To go on with it: ${program} --resume`;
}
