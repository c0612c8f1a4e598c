import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenDate } from '../written-date.ts';

export function* unreadableDate(draft: CustomerDraft) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'unreadable') {
    yield { code: 'unreadable-date', severity: 'error', path: date.path, text: date.text } as const;
  }
}
