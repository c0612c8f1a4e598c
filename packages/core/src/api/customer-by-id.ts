import { isJsonObject, type JsonObject } from '../customer/json.ts';
import { isHelpCrunchError } from './api-error.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { type Answer, exchange } from './exchange.ts';
import type { LookupFailure } from './search.ts';

/** HelpCrunch has no customer with the ID. */
export interface Gone {
  readonly kind: 'gone';
}

/** A customer as HelpCrunch has it, untrusted. */
export interface FoundById {
  readonly kind: 'customer';
  readonly customer: JsonObject;
}

/**
 * Reads one customer, `GET /customers/ID` (documented). Never throws. Only HelpCrunch's own 404 counts as `gone`: a page
 * of something in between says nothing about the customer.
 */
export async function getCustomer(
  connection: Connection,
  id: string,
  signal?: AbortSignal | undefined,
): Promise<FoundById | Gone | LookupFailure> {
  const answer = await exchange(connection, { method: 'GET', path: pathOf(id), signal });
  if (answer.kind !== 'answer' || answer.status !== 200) return goneOrFailure(answer);
  const { body, status } = answer;
  return body.kind === 'json' && isJsonObject(body.value) && String(body.value['id']) === id
    ? { kind: 'customer', customer: body.value }
    : { kind: 'unreadable', status };
}

/**
 * Deletes one customer, `DELETE /customers/ID`: 200 (documented). Never throws. Sending it again after a lost answer is
 * safe: an ID names one customer, and a second delete finds it `gone`.
 */
export async function deleteCustomer(
  connection: Connection,
  id: string,
  signal?: AbortSignal | undefined,
): Promise<{ readonly kind: 'deleted' } | Gone | LookupFailure> {
  const answer = await exchange(connection, { method: 'DELETE', path: pathOf(id), signal });
  const isDone = answer.kind === 'answer' && (answer.status === 200 || answer.status === 204);
  return isDone ? { kind: 'deleted' } : goneOrFailure(answer);
}

function pathOf(id: string): string {
  return `customers/${encodeURIComponent(id)}`;
}

function goneOrFailure(answer: Answer | ApiFailure): Gone | LookupFailure {
  if (answer.kind !== 'answer') return answer;
  const { status, retryAfter, body } = answer;
  const byHelpCrunch = isHelpCrunchError(body);
  return status === 404 && byHelpCrunch
    ? { kind: 'gone' }
    : { kind: 'refused', status, retryAfter, byHelpCrunch };
}
