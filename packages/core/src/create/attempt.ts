import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';
import { customerId, type DuplicateCheck } from './duplicate-check.ts';

/** A create whose request may have left: what is needed to find out what became of it. Plain data, fit for a file. */
export interface SentAttempt {
  readonly request: CreateCustomerPayload;
  /** When the request began, by this machine's clock, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Who was there right before; `undefined` when the duplicate check failed. */
  readonly before: Evidence | undefined;
  /** It was refused although a customer like it is there: that may be another program's, and proves nothing. */
  readonly wasRefused?: true;
}

/** Who a duplicate check saw, by each field it searched; a field that was not searched is missing. */
export interface Evidence {
  readonly userId?: SeenCustomers;
  readonly email?: SeenCustomers;
  /** How far HelpCrunch's clock is ahead of ours, in milliseconds, by the `Date` header. */
  readonly clockSkewMs?: number;
}

export interface SeenCustomers {
  /** HelpCrunch's ids. */
  readonly ids: readonly string[];
  /** False when there were more than the search returned. */
  readonly isComplete: boolean;
}

/** What a duplicate check proves later on: ids only, so that a ledger keeps no strangers' data. */
export function evidenceOf({ byUserId, byEmail, clockSkewMs }: DuplicateCheck): Evidence {
  return {
    ...(byUserId ? { userId: seen(byUserId) } : {}),
    ...(byEmail ? { email: seen(byEmail) } : {}),
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
  };
}

function seen({ customers, complete }: NonNullable<DuplicateCheck['byUserId']>): SeenCustomers {
  return { ids: customers.flatMap((customer) => customerId(customer) ?? []), isComplete: complete };
}

/**
 * True when the duplicate check before the send showed this customer, whichever search it came by: one search may lag
 * behind the other.
 */
export function sawBefore({ before }: SentAttempt, customer: JsonObject): boolean {
  const id = customerId(customer);
  const { userId, email } = before ?? {};
  return id !== undefined && [userId, email].some((seen) => seen?.ids.includes(id) === true);
}
