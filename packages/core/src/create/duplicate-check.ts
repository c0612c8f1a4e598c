import type { Connection } from '../api/connection.ts';
import { type LookupFailure, type Matches, searchCustomers } from '../api/search.ts';
import type { CreateCustomerPayload } from '../customer/draft.ts';
import type { JsonObject } from '../customer/json.ts';

/** Who exists already, by each field that was searched; `undefined` for a field that the customer does not have. */
export interface DuplicateCheck {
  readonly kind: 'checked';
  readonly byUserId: Matches | undefined;
  readonly byEmail: Matches | undefined;
  /** How far HelpCrunch's clock is ahead of ours, in milliseconds. */
  readonly clockSkewMs?: number;
}

export type DuplicateCheckResult = DuplicateCheck | LookupFailure;

/**
 * Searches for customers with the payload's user ID or email. One request each (documented, and each counts against the
 * rate limit); none when it has neither. Never throws; the first failure is returned.
 */
export async function checkDuplicates(
  connection: Connection,
  { userId, email }: CreateCustomerPayload,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<DuplicateCheckResult> {
  const [byUserId, byEmail] = await Promise.all([
    userId === undefined ? undefined : searchCustomers(connection, 'userId', userId, signal),
    email === undefined ? undefined : searchCustomers(connection, 'email', email, signal),
  ]);
  if (byUserId && byUserId.kind !== 'matches') return byUserId;
  if (byEmail && byEmail.kind !== 'matches') return byEmail;
  const clockSkewMs = byUserId?.clockSkewMs ?? byEmail?.clockSkewMs;
  return { kind: 'checked', byUserId, byEmail, ...(clockSkewMs === undefined ? {} : { clockSkewMs }) };
}

/** Every customer found, each once. */
export function duplicateCustomers({ byUserId, byEmail }: DuplicateCheck): JsonObject[] {
  const found = [...(byUserId?.customers ?? []), ...(byEmail?.customers ?? [])];
  return [...new Map(found.map((customer) => [customerId(customer), customer])).values()];
}

/** Everyone with a user ID, by either search: one may lag behind the other. */
export function userIdHolders(check: DuplicateCheck, userId: string): JsonObject[] {
  return duplicateCustomers(check).filter((customer) => String(customer['userId']) === userId);
}

/** HelpCrunch's id of a customer, as text: an integer (documented), of unknown size. */
export function customerId(customer: JsonObject): string | undefined {
  const id = customer['id'];
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
