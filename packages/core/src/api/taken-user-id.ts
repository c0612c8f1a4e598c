import { buildPayload } from '../customer/build-payload.ts';
import type { ReadCustomer } from '../validation/read-customer.ts';
import { validateCustomer } from '../validation/validate-customer.ts';
import type { Duplicates } from './find-duplicates.ts';
import type { UserIdTaken } from './outcome.ts';

/** The outcome when the look-up before the send found the userId in use: HelpCrunch would refuse it (documented). */
export function takenUserId(
  customer: ReadCustomer,
  { byUserId }: Duplicates,
  context: { readonly now: number },
): UserIdTaken | undefined {
  const [holder] = byUserId?.customers ?? [];
  if (!holder) return undefined;
  return {
    outcome: 'user-id-taken',
    customerExists: 'no',
    issues: validateCustomer(customer, context),
    request: buildPayload(customer.draft),
    noticed: 'before-sending',
    holder,
  };
}
