import { buildPayload } from '../../customer/build-payload.ts';
import type { CustomerDraft } from '../../customer/customer-draft.ts';
import type { RuleContext } from '../rule-context.ts';

/** Nothing that can be sent: HelpCrunch would make a customer that nobody can tell from any other. */
export function* emptyCustomer(draft: CustomerDraft, { unread }: RuleContext) {
  if (Object.keys(buildPayload(draft)).length === 0 && !unread.touches('')) {
    yield { code: 'empty-customer', severity: 'error', path: '' } as const;
  }
}
