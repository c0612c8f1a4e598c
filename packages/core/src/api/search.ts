import { isJsonObject, type JsonObject } from '../customer/json.ts';
import { isHelpCrunchError, readApiErrors } from './api-error.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { type Answer, post } from './exchange.ts';

/** Why a search gave no answer. */
export type LookupFailure =
  | ApiFailure
  /** `byHelpCrunch` is false when the body is not HelpCrunch's errors JSON: something in between may have refused. */
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly retryAfter: number | undefined;
      readonly byHelpCrunch: boolean;
    }
  | { readonly kind: 'unreadable'; readonly status: number };

/** Customers that match; `complete` is false when HelpCrunch says there are more than it returned. */
export interface Matches {
  readonly kind: 'matches';
  readonly customers: readonly JsonObject[];
  readonly complete: boolean;
  /** As in `Answer`. */
  readonly clockSkewMs?: number;
}

/** Customers a page; more than a hundred with one address is not an everyday case. */
const limit = 100;

/** What a customer is searched by. */
export interface SearchTerm {
  readonly field: 'userId' | 'email';
  readonly value: string;
}

/**
 * Searches customers that have any of the terms. Never throws. What comes back is filtered again, so that a server that
 * ignores filters cannot make strangers look like matches. No match may come as an empty list (documented), or with 404
 * or 200 as an error body that says so (seen): each is taken as none. An error of another kind, a gateway's page for one,
 * says nothing about who is there.
 */
export async function searchCustomers(
  connection: Connection,
  terms: readonly [SearchTerm, ...SearchTerm[]],
  signal: AbortSignal | undefined,
): Promise<Matches | LookupFailure> {
  const filter = terms.map(({ field, value }) => ({ field: `customers.${field}`, operator: '=', value }));
  const json = { filter, ...(terms.length === 1 ? {} : { comparison: 'OR' }), limit, offset: 0 };
  const answer = await post(connection, { path: 'customers/search', json, signal });
  if (answer.kind !== 'answer') return answer;
  if (saysNone(answer)) return { kind: 'matches', customers: [], complete: true, ...skewOf(answer) };
  const { status, retryAfter, body } = answer;
  if (status !== 200) return { kind: 'refused', status, retryAfter, byHelpCrunch: isHelpCrunchError(body) };
  return toMatches(answer, (customer) => terms.some((term) => matchesTerm(customer, term)));
}

/** Codes of both generations for "not found" (seen). */
const noMatchCodes: ReadonlySet<string> = new Set(['not_found', 'entity_not_found', 'customer_not_found']);

function saysNone({ status, body }: Answer): boolean {
  const mayBe = status === 200 || status === 400 || status === 404;
  if (!mayBe || body.kind !== 'json' || !isJsonObject(body.value) || 'data' in body.value) return false;
  return readApiErrors(body.value).some(({ code }) => code !== undefined && noMatchCodes.has(code));
}

function skewOf({ clockSkewMs }: Answer): Pick<Matches, 'clockSkewMs'> {
  return clockSkewMs === undefined ? {} : { clockSkewMs };
}

function toMatches(answer: Answer, isMatching: (customer: JsonObject) => boolean): Matches | LookupFailure {
  const { status, body } = answer;
  const page = body.kind === 'json' && isJsonObject(body.value) ? body.value : undefined;
  const data = page?.['data'];
  if (!Array.isArray(data)) return { kind: 'unreadable', status };
  const customers = data.filter(isJsonObject).filter(isMatching);
  const total = Number.parseInt(String(page?.['total']), 10);
  // Without a total, there may be more matches than came, unless none came.
  const complete = data.length === 0 ? !(total > 0) : total <= data.length;
  return { kind: 'matches', customers, complete, ...skewOf(answer) };
}

/** Addresses are compared without case, as mail servers do; ids exactly, but digits may come as a number. */
export function matchesTerm(customer: JsonObject, { field, value }: SearchTerm): boolean {
  const got = customer[field];
  if (typeof got !== 'string' && typeof got !== 'number') return false;
  return field === 'email' ? String(got).toLowerCase() === value.toLowerCase() : String(got) === value;
}
