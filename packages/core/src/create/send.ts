import type { ApiFailure } from '../api/api-failure.ts';
import type { Connection } from '../api/connection.ts';
import { post } from '../api/exchange.ts';
import { evidenceOf, type SentAttempt } from './attempt.ts';
import { classifyAnswer, unknown } from './classify-answer.ts';
import type { DuplicateCheckResult } from './duplicate-check.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/** What a send is about to do, as the ledger remembers it. */
export function newAttempt(plan: Plan, check: DuplicateCheckResult | undefined, now: number): SentAttempt {
  const before = check?.kind === 'checked' ? evidenceOf(check) : undefined;
  return { request: plan.request, sentAt: now, before };
}

/**
 * Posts a customer once and says what came of it, looking once more after an ambiguous refusal. Never throws, never
 * repeats. The plan has to be ready.
 */
export async function sendOnce(
  plan: Plan,
  connection: Connection,
  {
    attempt,
    earlier = [],
    signal,
  }: {
    readonly attempt: SentAttempt;
    readonly earlier?: readonly SentAttempt[];
    readonly signal?: AbortSignal | undefined;
  },
): Promise<Outcome> {
  const answer = await post(connection, { path: 'customers', json: plan.request, signal });
  return answer.kind === 'answer'
    ? classifyAnswer(plan, answer, { connection, attempt, earlier, signal })
    : classifyFailure(plan, answer, attempt);
}

function classifyFailure(plan: Plan, failure: ApiFailure, attempt: SentAttempt): Outcome {
  const { issues, request } = plan;
  if (failure.kind === 'uncertain') return unknown(plan, { attempt }, failure.reason);
  if (failure.reason === 'aborted') return { outcome: 'cancelled', customerExists: 'no', issues, request };
  return { outcome: 'not-sent', customerExists: 'no', issues, request, reason: failure.reason };
}
