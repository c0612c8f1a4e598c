import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import type { JsonObject } from '../customer/json-value.ts';
import type { Connection } from './connection.ts';
import { type LookUpFailure, type Matches, searchCustomers } from './search.ts';

/** Who is there already, by each field there was to look by; `undefined` where there was nothing to look by. */
export interface Duplicates {
  readonly kind: 'duplicates';
  readonly byUserId: Matches | undefined;
  readonly byEmail: Matches | undefined;
}

export type FindDuplicatesResult = Duplicates | LookUpFailure;

/**
 * Looks for customers with the payload's userId or email. One search each (documented, and each counts against the
 * rate limit); none when there is nothing to look by. Never throws; the first failure is returned.
 */
export async function findDuplicates(
  connection: Connection,
  { userId, email }: CreateCustomerPayload,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<FindDuplicatesResult> {
  const [byUserId, byEmail] = await Promise.all([
    userId === undefined ? undefined : searchCustomers(connection, 'userId', userId, signal),
    email === undefined ? undefined : searchCustomers(connection, 'email', email, signal),
  ]);
  if (byUserId && byUserId.kind !== 'matches') return byUserId;
  if (byEmail && byEmail.kind !== 'matches') return byEmail;
  return { kind: 'duplicates', byUserId, byEmail };
}

/** Every customer found, each once. */
export function duplicateCustomers({ byUserId, byEmail }: Duplicates): JsonObject[] {
  const found = [...(byUserId?.customers ?? []), ...(byEmail?.customers ?? [])];
  return [...new Map(found.map((customer) => [customerId(customer), customer])).values()];
}

/** HelpCrunch's id of a customer, as text: an integer (documented), of unknown size. */
export function customerId(customer: JsonObject): string | undefined {
  const id = customer['id'];
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
