import { type CreateCustomerPayload, customerName, type JsonObject } from '@helpcrunch-customer-kit/core';
import type { HistoryEntry } from '@helpcrunch-customer-kit/local/ledger';
import { ageText } from '../../drafts/draft-messages.ts';
import { tableLines } from '../../render/layout.ts';

/** One create as `history --json` has it. */
export interface EntryResult {
  readonly id: string;
  readonly state: HistoryEntry['state'];
  /** It may still turn out that a customer was created. */
  readonly unresolved: boolean;
  /** When its state was last written, in ISO 8601. */
  readonly at: string;
  readonly account: string;
  readonly host?: string;
  /** HelpCrunch's ID. */
  readonly customerId?: string;
  readonly hasIdempotencyKey: boolean;
  /** What was sent; kept until it is certain whether a customer was created. */
  readonly request?: CreateCustomerPayload;
}

/** JSON Schema of an entry. */
export const entrySchema = {
  type: 'object',
  required: ['id', 'state', 'unresolved', 'at', 'account', 'hasIdempotencyKey'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    state: { type: 'string', description: 'An outcome of a create, or sending.' },
    unresolved: { type: 'boolean', description: 'A customer may still turn out to have been created.' },
    at: { type: 'string', description: 'When its state was last written, in ISO 8601.' },
    account: { type: 'string' },
    host: { type: 'string' },
    customerId: { type: 'string', description: "HelpCrunch's ID." },
    hasIdempotencyKey: { type: 'boolean' },
    request: { type: 'object', description: 'What was sent; kept while it is unresolved.' },
  },
} as const;

export function toEntryResult({
  id,
  state,
  isUnresolved,
  at,
  account,
  host,
  customerId,
  hasIdempotencyKey,
  attempt,
}: HistoryEntry): EntryResult {
  return {
    id,
    state,
    unresolved: isUnresolved,
    at: new Date(at).toISOString(),
    account,
    ...(host === undefined ? {} : { host }),
    ...(customerId === undefined ? {} : { customerId }),
    hasIdempotencyKey,
    ...(attempt ? { request: attempt.request } : {}),
  };
}

/** Entries as a table, a line each where that fits into `columns`. */
export function entryTable(entries: readonly EntryResult[], now: number, columns: number): string[] {
  if (entries.length === 0) return ['Nothing was sent from this machine yet.'];
  const rows = entries.map((entry) => [
    entry.id,
    entry.state,
    ageText(Date.parse(entry.at), now),
    placeOf(entry),
    customerOf(entry),
  ]);
  return tableLines([['ID', 'State', 'When', 'Account', 'Customer'], ...rows], columns);
}

/** Everything about one entry, a line each. */
export function entryDetails(entry: EntryResult, now: number): string[] {
  const { id, state, at, hasIdempotencyKey, customerId, request } = entry;
  return tableLines([
    ['ID', id],
    ['State', entry.unresolved ? `${state}: a customer may have been created` : state],
    ['When', `${at} (${ageText(Date.parse(at), now)})`],
    ['Account', placeOf(entry)],
    ...(customerId === undefined ? [] : [['Customer ID', customerId]]),
    ...(hasIdempotencyKey ? [['Idempotency key', 'yes']] : []),
    ...(request ? [['Sent', JSON.stringify(request)]] : []),
  ]);
}

function placeOf({ host, account }: EntryResult): string {
  return host ?? account;
}

function customerOf({ request, customerId }: EntryResult): string {
  if (request) return customerName(request as JsonObject);
  return customerId === undefined ? '' : `ID ${customerId}`;
}
