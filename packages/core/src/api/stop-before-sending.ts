import type { ReadCustomer } from '../validation/read-customer.ts';
import type { Duplicates, FindDuplicatesResult } from './find-duplicates.ts';
import type { Outcome } from './outcome.ts';
import { planCustomer } from './plan-customer.ts';

/**
 * The outcome when the look-up before the send shows that sending would be refused, or cannot work: the userId is
 * taken, the key is not accepted, too many requests, or nothing can be reached. `undefined` to go on: a look-up that
 * failed in any other way says nothing about the create.
 */
export function stopBeforeSending(
  customer: ReadCustomer,
  lookUp: FindDuplicatesResult,
  context: { readonly now: number },
): Outcome | undefined {
  const { issues, request } = planCustomer(customer, context);
  const common = { customerExists: 'no', issues, request } as const;
  switch (lookUp.kind) {
    case 'duplicates': {
      const holder = holderOf(lookUp);
      return holder && { ...common, outcome: 'user-id-taken', noticed: 'before-sending', holder };
    }
    case 'refused':
      if (lookUp.status === 401) return { ...common, outcome: 'unauthorized', reason: 'key-refused' };
      // 403 may be about searching alone; the create itself will tell.
      if (lookUp.status !== 429) return undefined;
      return { ...common, outcome: 'rate-limited', retryAfter: lookUp.retryAfter };
    case 'not-sent':
      return lookUp.reason === 'aborted'
        ? { ...common, outcome: 'cancelled' }
        : { ...common, outcome: 'not-sent', reason: lookUp.reason };
    case 'uncertain':
      return lookUp.reason === 'cancelled' ? { ...common, outcome: 'cancelled' } : undefined;
    case 'unreadable':
      return undefined;
    default: {
      const unreachable: never = lookUp;
      return unreachable;
    }
  }
}

function holderOf({ byUserId }: Duplicates) {
  return byUserId?.customers[0];
}
