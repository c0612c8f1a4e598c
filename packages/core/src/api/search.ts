import { isJsonObject, type JsonObject, type JsonValue } from '../customer/json-value.ts';
import { readApiErrors } from './api-error.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { type Answer, post } from './exchange.ts';

/** Why a look-up found nothing out. */
export type LookUpFailure =
  | ApiFailure
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfter: number | undefined }
  | { readonly kind: 'unreadable'; readonly status: number };

/** Customers that match; `complete` is false when HelpCrunch says there are more than it returned. */
export interface Matches {
  readonly kind: 'matches';
  readonly customers: readonly JsonObject[];
  readonly complete: boolean;
}

/** Customers a page; more than a hundred with one address is nobody's everyday. */
const limit = 100;

/**
 * Searches customers whose userId or email equals a value. Never throws. What comes back is filtered again, so that a
 * server that ignores filters cannot make strangers look like matches. No match may come as an empty list
 * (documented), as 404 or as an error body (seen): each is taken as none.
 */
export async function searchCustomers(
  connection: Connection,
  field: 'userId' | 'email',
  value: string,
  signal: AbortSignal | undefined,
): Promise<Matches | LookUpFailure> {
  const filter = [{ field: `customers.${field}`, operator: '=', value }];
  const json = { filter, limit, offset: 0 };
  const answer = await post(connection, { path: 'customers/search', json, signal });
  if (answer.kind !== 'answer') return answer;
  if (saysNone(answer)) return { kind: 'matches', customers: [], complete: true };
  if (answer.status !== 200) return { kind: 'refused', status: answer.status, retryAfter: answer.retryAfter };
  return toMatches(answer, (customer) => isMatch(customer[field], value, field));
}

function saysNone({ status, body }: Answer): boolean {
  if (body.kind !== 'json') return false;
  if (status === 404) return true;
  const hasErrors = isJsonObject(body.value) && !('data' in body.value) && 'errors' in body.value;
  return (
    hasErrors && (status === 200 || readApiErrors(body.value).some(({ code }) => code?.endsWith('not_found')))
  );
}

function toMatches(
  { status, body }: Answer,
  isMatching: (customer: JsonObject) => boolean,
): Matches | LookUpFailure {
  const page = body.kind === 'json' && isJsonObject(body.value) ? body.value : undefined;
  const data = page?.['data'];
  if (!Array.isArray(data)) return { kind: 'unreadable', status };
  const customers = data.filter(isJsonObject).filter(isMatching);
  const total = page?.['total'];
  return {
    kind: 'matches',
    customers,
    complete: typeof total === 'number' ? total <= data.length : data.length < limit,
  };
}

/** Addresses are compared without case, as mail servers do; ids exactly, but digits may come as a number. */
function isMatch(got: JsonValue | undefined, value: string, field: 'userId' | 'email'): boolean {
  if (typeof got !== 'string' && typeof got !== 'number') return false;
  return field === 'email' ? String(got).toLowerCase() === value.toLowerCase() : String(got) === value;
}
