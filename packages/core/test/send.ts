import type { Connection } from '../src/api/connection.ts';
import type { DuplicateCheck } from '../src/create/duplicate-check.ts';
import { evidenceOf, type SentAttempt } from '../src/create/evidence.ts';
import type { Outcome, Unknown } from '../src/create/outcome.ts';
import { planCustomer, planOutcome } from '../src/create/plan.ts';
import { newAttempt, sendOnce } from '../src/create/send.ts';
import type { ReadCustomer } from '../src/reading/read-customer.ts';

interface SendOptions {
  readonly before?: DuplicateCheck | undefined;
  readonly earlier?: readonly SentAttempt[];
  readonly signal?: AbortSignal | undefined;
}

/** Plans a customer and posts it once, with no question and no ledger. */
export async function send(
  connection: Connection,
  customer: ReadCustomer,
  { before, earlier = [], signal }: SendOptions = {},
): Promise<Outcome> {
  const plan = planCustomer(customer, { now: connection.now() });
  if (!plan.isReady) return planOutcome(plan);
  return sendOnce(plan, connection, {
    attempt: newAttempt(plan, before, connection.now()),
    earlier,
    signal,
  });
}

/** The attempt of an unknown outcome, as if the duplicate check before it had shown `before`. */
export function attemptAfter(unknown: Unknown, before: DuplicateCheck | undefined): SentAttempt {
  return { ...unknown.attempt, before: before && evidenceOf(before) };
}
