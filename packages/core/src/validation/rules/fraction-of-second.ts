import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenDate } from '../written-date.ts';

/** The wire carries whole seconds (documented); webhooks add a fraction, which a copied date brings along. */
export function* fractionOfSecond(draft: CustomerDraft) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'seconds' && date.reading.fraction) {
    const { seconds } = date.reading;
    yield { code: 'fraction-of-second', severity: 'advice', path: date.path, seconds } as const;
  }
}
