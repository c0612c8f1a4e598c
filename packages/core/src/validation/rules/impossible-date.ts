import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenDate } from '../written-date.ts';

/** 30 February, 25 o'clock, before 1970, or so far ahead that no unit of time explains it. */
export function* impossibleDate(draft: CustomerDraft) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'impossible') {
    yield { code: 'impossible-date', severity: 'error', path: date.path, text: date.text } as const;
  }
}
