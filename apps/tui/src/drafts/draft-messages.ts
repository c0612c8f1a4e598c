import type { SavedDraft } from '@helpcrunch-customer-kit/local';
import { fit } from '../render/layout.ts';
import { printable } from '../terminal/printable.ts';
import { tableLines } from '../terminal/table-lines.ts';
import { ageText } from './age-text.ts';

/** Drafts as a table: who, where they are meant to go, how old, and whether the customer may exist already. */
export function draftRows(drafts: readonly SavedDraft[], now: number): readonly string[] {
  return tableLines(
    drafts.map(({ draft, savedAt, account, isUnknown }) => {
      const { name = '', email = '', userId = '' } = draft;
      return [
        fit(printable(name.trim() || userId.trim() || '–'), 24),
        fit(printable(email), 28),
        account ?? '',
        ageText(savedAt, now),
        isUnknown ? '! may exist' : '',
      ];
    }),
  );
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
