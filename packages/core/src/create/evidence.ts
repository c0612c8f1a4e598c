import type { CreateCustomerPayload } from '../customer/draft.ts';
import { customerFields, identityFields } from '../customer/fields.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json.ts';
import { compareAnswer } from './compare.ts';
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

/** How a customer found in HelpCrunch relates to one that was sent, as far as its values tell. */
type CustomerMatch = 'as-sent' | 'someone-else' | 'cannot-tell';

/** A customer who has one of these that was not sent may be another's. Lists are compared by their items. */
const onlyWhenSent = customerFields.filter(
  ({ kind, isFilledWhenEmpty }) => kind !== 'tags' && kind !== 'custom-data' && !isFilledWhenEmpty,
);
/** What distinguishes people: a customer that was found by a unique field has the same one. */
const distinguishing = identityFields.filter(({ isUnique }) => !isUnique);

/**
 * Compares a found customer with what was sent. `as-sent` has all of it and nothing else that people write; when it was
 * found by its user ID, which is unique, custom attributes may be missing, since HelpCrunch drops those that are not
 * registered. `someone-else` has another name or email than HelpCrunch could make of the one sent by changing case,
 * blanks or length. Everything in between proves neither.
 */
export function matchCustomer(
  request: CreateCustomerPayload,
  customer: JsonObject,
  foundBy: 'userId' | 'email' = 'email',
): CustomerMatch {
  const { dropped, changed } = compareAnswer(request, customer);
  const missing = foundBy === 'userId' ? dropped.filter((path) => !path.startsWith('/customData/')) : dropped;
  const hasMore =
    onlyWhenSent.some(({ key }) => request[key] === undefined && hasValue(customer[key])) ||
    hasMoreTags(customer['tags'], request.tags) ||
    hasMoreCustomData(customer['customData'], request.customData);
  if (missing.length === 0 && changed.length === 0 && !hasMore) return 'as-sent';
  const isAnother =
    distinguishing.some(({ key }) => {
      const sent = request[key];
      return typeof sent === 'string' && !couldBecome(sent, customer[key]);
    }) ||
    (request.email === undefined && hasValue(customer['email']));
  return isAnother ? 'someone-else' : 'cannot-tell';
}

function hasValue(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function hasMoreTags(stored: JsonValue | undefined, sent: CreateCustomerPayload['tags'] = []): boolean {
  if (!Array.isArray(stored)) return false;
  const names = new Set<JsonValue | undefined>(sent.map(({ name }) => name));
  return stored.some((tag: JsonValue) => isJsonObject(tag) && !names.has(tag['name']));
}

/** Custom data comes as a map (documented now) or as the wire's list (older pages). */
function hasMoreCustomData(
  stored: JsonValue | undefined,
  sent: CreateCustomerPayload['customData'] = [],
): boolean {
  const listed = Array.isArray(stored) ? stored.filter(isJsonObject) : [];
  const entries = isJsonObject(stored)
    ? Object.entries(stored)
    : listed.map((entry) => [entry['property'], entry['value']] as const);
  const properties = new Set<JsonValue | undefined>(sent.map(({ property }) => property));
  return entries.some(([property, value]) => hasValue(value) && !properties.has(property));
}

function couldBecome(sent: string, stored: JsonValue | undefined): boolean {
  if (typeof stored !== 'string') return false;
  const [one, other] = [normalized(sent), normalized(stored)];
  return other !== '' && (one.startsWith(other) || other.startsWith(one));
}

function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
