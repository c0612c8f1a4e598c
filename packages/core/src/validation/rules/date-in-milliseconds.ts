import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenDate } from '../written-date.ts';

/** JavaScript's `Date.now()` instead of UNIX seconds: HelpCrunch would store a date tens of thousands of years ahead. */
export function* dateInMilliseconds(draft: CustomerDraft) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'milliseconds') {
    const suggestion = String(date.reading.seconds);
    yield {
      code: 'date-in-milliseconds',
      severity: 'error',
      path: date.path,
      text: date.text,
      suggestion,
    } as const;
  }
}
