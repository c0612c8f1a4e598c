import type { Connection } from '../api/connection.ts';
import {
  type LookupFailure,
  type Matches,
  matchesTerm,
  type SearchTerm,
  searchCustomers,
} from '../api/search.ts';
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
    userId === undefined
      ? undefined
      : searchCustomers(connection, [{ field: 'userId', value: userId }], signal),
    email === undefined ? undefined : searchCustomers(connection, [{ field: 'email', value: email }], signal),
  ]);
  if (byUserId && byUserId.kind !== 'matches') return byUserId;
  if (byEmail && byEmail.kind !== 'matches') return byEmail;
  const clockSkewMs = byUserId?.clockSkewMs ?? byEmail?.clockSkewMs;
  return { kind: 'checked', byUserId, byEmail, ...(clockSkewMs === undefined ? {} : { clockSkewMs }) };
}

/**
 * The duplicate checks of many customers in one search; see `checkDuplicates`. `too-many` when HelpCrunch has more
 * matches than it returned, so that it is not known who exists: fewer at a time may be.
 */
export async function checkManyDuplicates(
  connection: Connection,
  requests: readonly CreateCustomerPayload[],
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly DuplicateCheck[] | LookupFailure | { readonly kind: 'too-many' }> {
  const [first, ...others] = requests.flatMap(searchTerms);
  const found = first && (await searchCustomers(connection, [first, ...others], signal));
  if (found && found.kind !== 'matches') return found;
  if (found?.complete === false) return { kind: 'too-many' };
  return requests.map((request): DuplicateCheck => {
    const by = (field: SearchTerm['field']) => {
      const term = searchTerms(request).find((one) => one.field === field);
      return found && term
        ? { ...found, customers: found.customers.filter((customer) => matchesTerm(customer, term)) }
        : undefined;
    };
    const skew = found?.clockSkewMs === undefined ? {} : { clockSkewMs: found.clockSkewMs };
    return { kind: 'checked', byUserId: by('userId'), byEmail: by('email'), ...skew };
  });
}

function searchTerms({ userId, email }: CreateCustomerPayload): SearchTerm[] {
  return [
    ...(userId === undefined ? [] : [{ field: 'userId', value: userId } as const]),
    ...(email === undefined ? [] : [{ field: 'email', value: email } as const]),
  ];
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

/** What one search says about a key. */
export type KeyCheck =
  | { readonly kind: 'accepted' }
  /** HelpCrunch does not accept it. */
  | { readonly kind: 'refused'; readonly failure: LookupFailure }
  /** The answer says nothing about the key: there was none, or 403, which may be about searching alone. */
  | { readonly kind: 'no-verdict'; readonly failure: LookupFailure };

/** A userId that no customer has: searching for it finds nothing and changes nothing. */
const unusedUserId = 'helpcrunch-customer-kit-looks-whether-this-key-works';

/** Makes one search that finds no customer. It changes nothing, and counts against the rate limit as every request does. */
export async function checkKey(
  connection: Connection,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<KeyCheck> {
  const answer = await checkDuplicates(connection, { userId: unusedUserId }, { signal });
  if (answer.kind === 'checked') return { kind: 'accepted' };
  return { kind: isKeyRefused(answer) ? 'refused' : 'no-verdict', failure: answer };
}

/** A firewall's 401 is not about the key. */
function isKeyRefused(failure: LookupFailure): boolean {
  return failure.kind === 'refused' && failure.status === 401 && failure.byHelpCrunch;
}
