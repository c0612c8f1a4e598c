import type { ReadCustomer } from '../validation/read-customer.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Connection } from './connection.ts';
import { post } from './exchange.ts';
import type { Duplicates } from './find-duplicates.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { Outcome } from './outcome.ts';
import { planCustomer } from './plan-customer.ts';
import type { SentCustomer } from './sent-customer.ts';

export interface CreateOptions {
  /** The look-up made right before: it tells who had the userId when HelpCrunch refuses it as taken. */
  readonly before?: Duplicates | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Creates a customer: judges it, sends it once, and says what came of it. Never throws, never sends what has an error,
 * never sends twice. After `unknown`, `checkOutcome` finds out what can be found out.
 */
export async function createCustomer(
  connection: Connection,
  customer: ReadCustomer,
  { before, signal }: CreateOptions = {},
): Promise<Outcome> {
  const plan = planCustomer(customer, { now: connection.now() });
  if (plan.outcome === 'invalid') return plan;

  const { issues, request } = plan;
  const sent: SentCustomer = { draft: customer.draft, issues, request, sentAt: connection.now() };
  const answer = await post(connection, { path: 'customers', json: request, signal });
  return answer.kind === 'answer'
    ? judgeAnswer(sent, answer, { connection, before, signal })
    : judgeFailure(sent, answer);
}

function judgeFailure({ issues, request, sentAt }: SentCustomer, failure: ApiFailure): Outcome {
  if (failure.kind === 'uncertain') {
    return { outcome: 'unknown', customerExists: 'unknown', issues, request, sentAt, reason: failure.reason };
  }
  if (failure.reason === 'aborted') return { outcome: 'cancelled', customerExists: 'no', issues, request };
  return { outcome: 'not-sent', customerExists: 'no', issues, request, reason: failure.reason };
}
