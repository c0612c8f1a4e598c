import {
  type Ask,
  answerByPerson,
  type CreateContext,
  createCustomer,
  type Ledger,
  type Outcome,
  planCustomer,
  type Question,
  type ReadCustomer,
  type Reason,
  reasonKey,
} from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/accounts.ts';
import type { Attempt, RecordedExchange } from '../attempts/attempt.ts';
import { recordCreate } from './record-create.ts';

export interface CreateOptions
  extends Pick<CreateContext, 'onProgress' | 'pause' | 'signal' | 'repeatWindow'> {
  readonly ledger: Ledger;
  readonly ask: Ask;
}

export type CreateResult =
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  /** The same customer is already being sent; nothing else was. */
  | { readonly kind: 'in-flight' }
  /** The user answered no: nothing was sent. */
  | { readonly kind: 'declined' };

/** Creates a customer once, and records the exchange that decided. */
export async function createOne(
  customer: ReadCustomer,
  account: Account,
  { ask, onProgress, ...options }: CreateOptions,
): Promise<CreateResult> {
  const { connection } = account;
  const at = connection.now();
  const recorder = recordCreate(connection.fetch, connection.now);
  let isDeclined = false;
  const outcome = await createCustomer(planCustomer(customer, { now: at }), {
    ...options,
    account: { ...account, connection: { ...connection, fetch: recorder.fetch } },
    async ask(question) {
      const answer = await ask(question);
      isDeclined = answer.kind === 'cancel';
      return answer;
    },
    onProgress(step) {
      // The record is that of the request before.
      if (step.kind === 'checking-duplicates') recorder.forget();
      onProgress?.(step);
    },
  });
  if (outcome.outcome === 'needs-confirmation') return { kind: 'in-flight' };
  if (isDeclined) return { kind: 'declined' };
  const step = 'step' in outcome ? outcome.step : 'create';
  return { kind: 'attempt', attempt: attemptOf(customer, account, at, outcome, recorder.exchange(step)) };
}

/** Asks about every live create, and in the sandbox only with a reason or `mustAsk`. */
export function askPerson(prompt: Ask, mustAsk: boolean): Ask {
  return mustAsk ? prompt : answerByPerson(prompt);
}

/** Asks only about new facts, where the user agreed to sending and to some reasons before. */
export function askNewFacts(agreed: readonly Reason[], ask: Ask): Ask {
  const known = new Set(agreed.map(reasonKey));
  return async (question: Question) => {
    const isNew = question.reasons.some((reason) => !known.has(reasonKey(reason)));
    return isNew ? ask(question) : { kind: 'send' };
  };
}

/** What the user agreed to before an attempt was sent; `undefined` when nothing was sent. */
export function agreedBefore(outcome: Outcome): readonly Reason[] | undefined {
  return outcome.outcome === 'rate-limited' && outcome.step === 'create'
    ? (outcome.accepted ?? [])
    : undefined;
}

/** What is kept of one try. */
export function attemptOf(
  customer: ReadCustomer,
  { kind, label, host, identity, connection }: Account,
  at: number,
  outcome: Outcome,
  exchange: RecordedExchange | undefined,
): Attempt {
  return {
    account: { kind, label, host, identity, baseUrl: connection.baseUrl },
    customer,
    outcome,
    at,
    endedAt: connection.now(),
    ...(exchange ? { exchange } : {}),
  };
}
