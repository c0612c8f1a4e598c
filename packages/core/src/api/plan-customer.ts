import { buildPayload } from '../customer/build-payload.ts';
import { hasErrors } from '../customer/issue.ts';
import type { ReadCustomer } from '../validation/read-customer.ts';
import { validateCustomer } from '../validation/validate-customer.ts';
import type { DryRun, Invalid } from './outcome.ts';

/** What would be sent, or why nothing can be. Needs no account and reaches no network; `now` is in milliseconds. */
export function planCustomer(customer: ReadCustomer, context: { readonly now: number }): DryRun | Invalid {
  const issues = validateCustomer(customer, context);
  const request = buildPayload(customer.draft);
  return hasErrors(issues)
    ? { outcome: 'invalid', customerExists: 'no', issues, request }
    : { outcome: 'dry-run', customerExists: 'no', issues, request };
}
