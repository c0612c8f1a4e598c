import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenDate } from '../written-date.ts';

export function* dateWithoutZone(draft: CustomerDraft) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'seconds' && date.reading.zone === 'assumed') {
    const { seconds } = date.reading;
    yield { code: 'date-without-zone', severity: 'advice', path: date.path, seconds } as const;
  }
}
