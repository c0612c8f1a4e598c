import type { Connection } from '../api/connection.ts';
import { pauseFor } from './create-context.ts';
import { type Ledger, type LedgerEntry, type LedgerSubject, mayHaveCreated } from './ledger.ts';
import { checkCustomer } from './look-again.ts';
import type { Created, Unknown } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Reason } from './question.ts';
import { unknown } from './send.ts';

/** What an idempotency key that was used before decides. */
export type KeyDecision =
  /** Not used before, or nothing was created under it for certain. */
  | { readonly kind: 'send' }
  | { readonly kind: 'outcome'; readonly outcome: Created | Unknown }
  /** It belongs to another customer. */
  | { readonly kind: 'refused'; readonly reason: Reason };

/** How often the ledger is asked about a create that is on its way, in milliseconds. */
const pollInterval = 200;

/**
 * What happens under a key that was used before: a created customer is replayed without a request, an unknown one is
 * looked up and never sent again, one on its way is waited for, and a definite no runs again.
 */
export async function decideByKey(
  plan: Plan,
  subject: LedgerSubject,
  context: {
    readonly connection: Connection;
    readonly ledger: Ledger;
    readonly signal: AbortSignal | undefined;
  },
): Promise<KeyDecision> {
  if (subject.idempotencyKey === undefined) return { kind: 'send' };
  const { connection, ledger, signal } = context;
  for (;;) {
    const entries = (await ledger.find(subject)).filter(({ hasSameKey }) => hasSameKey);
    const other = entries.find(({ same }) => same !== 'content');
    if (other && !subject.isRow)
      return { kind: 'refused', reason: { kind: 'key-reused', ledgerId: other.id } };
    const created = entries.find(({ state }) => state === 'created');
    if (created) return { kind: 'outcome', outcome: replayed(plan, created) };
    if (entries.some(({ state }) => state === 'sending') && !signal?.aborted) {
      await pauseFor(pollInterval, signal);
      continue;
    }
    const open = entries.find(({ state, attempt }) => state === 'unknown' && attempt);
    if (!open?.attempt) return { kind: 'send' };
    const unresolved = { ...unknown(plan, { attempt: open.attempt }, 'sent-earlier'), ledgerId: open.id };
    const { draft } = plan;
    return {
      kind: 'outcome',
      outcome: await checkCustomer(unresolved, { connection, ledger, draft, signal }),
    };
  }
}

/** True when a create under the same key made the customer, or still may. */
export async function mayExistUnderKey(ledger: Ledger, subject: LedgerSubject): Promise<boolean> {
  const entries = await ledger.find(subject);
  return entries.some(({ hasSameKey, state }) => hasSameKey === true && mayHaveCreated(state));
}

/** The ledger keeps HelpCrunch's id and no more, so nothing can be compared. */
export function replayed({ issues, request }: Plan, { id, customerId }: LedgerEntry): Created {
  return {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'ledger',
    issues,
    request,
    ledgerId: id,
    ...(customerId === undefined ? {} : { customer: { id: customerId } }),
    dropped: [],
    changed: [],
  };
}
