import {
  checkMessage,
  checkOutcome,
  createCustomer,
  duplicateCustomers,
  type FindDuplicatesResult,
  findDuplicates,
  foundCustomerName,
  lookUpFailureSentence,
  outcomeMessage,
  planCustomer,
  type ReadCustomer,
  stopBeforeSending,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../account/account.ts';
import type { ResultIssue } from './result.ts';
import { type Told, tell } from './told.ts';

export interface CreateOnceOptions {
  readonly signal: AbortSignal;
  /** Something worth knowing that is no result. */
  readonly note: (sentence: string) => void;
}

/**
 * Looks for duplicates, sends once, and after a lost answer looks once more. A taken userId stops it; a duplicate
 * e-mail is told and passed.
 */
export async function createOnce(
  { kind, connection }: Account,
  customer: ReadCustomer,
  { signal, note }: CreateOnceOptions,
): Promise<Told> {
  const plan = planCustomer(customer, { now: connection.now() });
  if (plan.outcome === 'invalid') return tell(plan, kind);
  const before = await findDuplicates(connection, plan.request, { signal });
  const stop = stopBeforeSending(customer, before, { now: connection.now() });
  if (stop) return tell(stop, kind);
  const met = metBefore(before);

  const known = before.kind === 'duplicates' ? before : undefined;
  const outcome = await createCustomer(connection, customer, { before: known, signal });
  if (outcome.outcome !== 'unknown' || outcome.reason === 'cancelled') return tell(outcome, kind, met);

  note(outcomeMessage(outcome, kind).sentence);
  const check = await checkOutcome(connection, outcome, customer.draft, { before: known, signal });
  if (check.kind === 'found') return tell(check.outcome, kind, met);
  const message = checkMessage(check, kind);
  const checked: ResultIssue = { code: check.kind, path: '', severity: 'advice', message: message.sentence };
  return { ...tell(outcome, kind, [checked, ...met]), message };
}

/** What the look-up before the send is no reason to stop for, and yet worth knowing. */
function metBefore(before: FindDuplicatesResult): ResultIssue[] {
  if (before.kind !== 'duplicates') {
    const message = `Nobody looked for duplicates. ${lookUpFailureSentence(before)}`;
    return [{ code: 'not-looked-up', path: '', severity: 'advice', message }];
  }
  return duplicateCustomers(before).map((other) => ({
    code: 'duplicate-email',
    path: '/email',
    severity: 'advice',
    message: `This e-mail is there already: ${foundCustomerName(other, 'email')}.`,
  }));
}
