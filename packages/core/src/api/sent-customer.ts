import type { CustomerDraft } from '../customer/customer-draft.ts';
import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import type { Issue } from './outcome.ts';

/** A customer on its way: what the person wrote, what was found about it, and what went out. */
export interface SentCustomer {
  readonly draft: CustomerDraft;
  readonly issues: readonly Issue[];
  readonly request: CreateCustomerPayload;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
}
