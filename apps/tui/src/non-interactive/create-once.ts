import {
  checkMessage,
  checkOutcome,
  createCustomer,
  customerName,
  duplicateCustomers,
  findDuplicates,
  lookUpFailureSentence,
  type Message,
  type Outcome,
  outcomeMessage,
  planCustomer,
  type ReadCustomer,
  stopBeforeSending,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../account/account.ts';

export interface CreateOnceOptions {
  readonly signal: AbortSignal;
  /** Something worth knowing that is no result. */
  readonly note: (sentence: string) => void;
}

/** An outcome, and what is said about it. */
export interface Told {
  readonly outcome: Outcome;
  readonly message: Message;
}

/**
 * Looks for duplicates, sends once, and after a lost answer looks once more. A taken userId stops it; a duplicate
 * e-mail is noted and passed.
 */
export async function createOnce(
  { kind, connection }: Account,
  customer: ReadCustomer,
  { signal, note }: CreateOnceOptions,
): Promise<Told> {
  const tell = (outcome: Outcome): Told => ({ outcome, message: outcomeMessage(outcome, kind) });
  const plan = planCustomer(customer, { now: connection.now() });
  if (plan.outcome === 'invalid') return tell(plan);

  const before = await findDuplicates(connection, plan.request, { signal });
  const stop = stopBeforeSending(customer, before, { now: connection.now() });
  if (stop) return tell(stop);
  if (before.kind !== 'duplicates') note(`Nobody looked for duplicates: ${lookUpFailureSentence(before)}`);
  else {
    for (const other of duplicateCustomers(before))
      note(`${customerName(other)} has the same e-mail already.`);
  }

  const known = before.kind === 'duplicates' ? before : undefined;
  const outcome = await createCustomer(connection, customer, { before: known, signal });
  if (outcome.outcome !== 'unknown' || outcome.reason === 'cancelled') return tell(outcome);

  note(outcomeMessage(outcome, kind).sentence);
  const check = await checkOutcome(connection, outcome, customer.draft, { before: known, signal });
  return { outcome: check.kind === 'found' ? check.outcome : outcome, message: checkMessage(check, kind) };
}
