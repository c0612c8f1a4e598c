import type { CreateCustomerPayload } from '../customer/customer-payload.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json-value.ts';
import { compareAnswer } from './compare-answer.ts';

/** Whose a customer is who was not there before a send, as far as what is stored can tell. */
export type Whose = 'as-sent' | 'someone-else' | 'cannot-tell';

/** What HelpCrunch is not known to make up: a customer who holds one that was not sent may be another program's. */
const onlyWhenSent = ['name', 'userId', 'email', 'phone', 'company', 'notes', 'integrationId'] as const;
/** What tells people apart. */
const identity = ['name', 'email'] as const;

/**
 * Compares a customer with what was sent. `as-sent` holds all of it and nothing else that people write.
 * `someone-else` has another name or address than any HelpCrunch would make of the one sent, by capitals, blanks or
 * cutting. What lies between proves neither: HelpCrunch drops custom attributes that are not registered, and another
 * program may have sent none.
 */
export function whoseCustomer(request: CreateCustomerPayload, customer: JsonObject): Whose {
  const { dropped, changed } = compareAnswer(request, customer);
  const hasMore =
    onlyWhenSent.some((key) => request[key] === undefined && isSaid(customer[key])) ||
    hasMoreIn(customer['tags'], request.tags) ||
    hasMoreCustomData(customer['customData'], request.customData);
  if (dropped.length === 0 && changed.length === 0 && !hasMore) return 'as-sent';
  const isAnother =
    identity.some((key) => request[key] !== undefined && !mayBecome(request[key], customer[key])) ||
    (request.email === undefined && isSaid(customer['email']));
  return isAnother ? 'someone-else' : 'cannot-tell';
}

function isSaid(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

function hasMoreIn(stored: JsonValue | undefined, sent: CreateCustomerPayload['tags'] = []): boolean {
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
  return entries.some(([property, value]) => isSaid(value) && !properties.has(property));
}

function mayBecome(sent: string, stored: JsonValue | undefined): boolean {
  if (typeof stored !== 'string') return false;
  const [one, other] = [plain(sent), plain(stored)];
  return other !== '' && (one.startsWith(other) || other.startsWith(one));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
