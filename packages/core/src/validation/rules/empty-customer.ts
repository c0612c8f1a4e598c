import { buildPayload } from '../../customer/build-payload.ts';
import type { CustomerDraft } from '../../customer/customer-draft.ts';

/** Nothing that can be sent: HelpCrunch would make a customer that nobody can tell from any other. */
export function* emptyCustomer(draft: CustomerDraft) {
  if (Object.keys(buildPayload(draft)).length === 0) {
    yield { code: 'empty-customer', severity: 'error', path: '' } as const;
  }
}
