import type { Connection } from '../api/connection.ts';
import type { CustomerDraft } from '../customer/draft.ts';
import { createdByLookup } from './classify-refusal.ts';
import { customerId } from './duplicate-check.ts';
import type { Ledger } from './ledger.ts';
import { lookUpAttempt } from './lookup.ts';
import type { Created, Unknown } from './outcome.ts';

export interface CheckContext {
  readonly connection: Connection;
  /** Told when the customer was found. */
  readonly ledger?: Ledger | undefined;
  /** What the person wrote, for paths into it; without it they point into the request. */
  readonly draft?: CustomerDraft | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Looks once more for a customer whose create is unknown. Sends nothing, never throws, may be repeated. */
export async function checkCustomer(outcome: Unknown, context: CheckContext): Promise<Created | Unknown> {
  const { connection, ledger, draft = outcome.request, signal } = context;
  const lookup = await lookUpAttempt(connection, outcome.attempt, signal);
  if (lookup.kind !== 'found') return { ...outcome, lookup };
  const { issues, request, ledgerId, accepted } = outcome;
  const created = createdByLookup({ draft, request, issues }, lookup.customer);
  if (ledgerId !== undefined) await ledger?.settle(ledgerId, settlementOf(created, connection.now()));
  return {
    ...created,
    ...(ledgerId === undefined ? {} : { ledgerId }),
    ...(accepted === undefined ? {} : { accepted }),
  };
}

/** What the ledger keeps of a created customer. */
export function settlementOf({ customer }: Created, at: number) {
  const id = customer && customerId(customer);
  return { state: 'created', at, ...(id === undefined ? {} : { customerId: id }) } as const;
}
