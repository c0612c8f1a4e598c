import type { CustomerDraft } from '../../customer/customer-draft.ts';
import { writtenEntries } from '../../customer/payload-custom-data.ts';
import { isExactNumber } from '../exact-number.ts';
import { readingIssues } from '../reading-issues.ts';

/** The same finding as in JSON text, for custom values that come as numbers already. */
export function* inexactValue({ customData = [] }: CustomerDraft) {
  for (const { value, valuePath } of writtenEntries(customData)) {
    const written = String(value);
    if (typeof value === 'number' && !isExactNumber(written)) {
      yield readingIssues.inexactNumber(valuePath(), { written, stored: written });
    }
  }
}
