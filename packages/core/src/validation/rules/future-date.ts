import type { CustomerDraft } from '../../customer/customer-draft.ts';
import type { RuleContext } from '../rule-context.ts';
import { writtenDate } from '../written-date.ts';

/** Clocks differ by seconds, and a date without a zone may be read up to 14 hours late. */
const tolerance = 14 * 3600;

export function* futureDate(draft: CustomerDraft, { now }: RuleContext) {
  const date = writtenDate(draft);
  if (date?.reading.kind === 'seconds' && date.reading.seconds > now / 1000 + tolerance) {
    const { seconds } = date.reading;
    yield { code: 'future-date', severity: 'advice', path: date.path, seconds } as const;
  }
}
