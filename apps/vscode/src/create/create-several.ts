import { type Ask, outcomeTraits, planCustomer, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import type { Consent } from './consent.ts';
import { askNewFacts, type CreateOptions, createOne } from './create-one.ts';
import type { Prompts, SendProgress } from './prompts.ts';

export interface NamedCustomer {
  readonly name: string;
  readonly customer: ReadCustomer;
}

export interface SeveralOptions extends Pick<CreateOptions, 'ledger' | 'repeatWindow'> {
  readonly consent: Consent;
  readonly prompts: Prompts;
  /** Called after each attempt, so that its outcome is kept if the window closes. */
  progressed(index: number, attempt: Attempt): Promise<void>;
  /** The same customer is already being sent in this window. */
  inFlight(index: number): void;
}

/**
 * Creates customers one after the other. In a live account one question shows every body; a customer with a reason is asked
 * about again in its turn. A cancel does not interrupt a request that began, and stops before the next customer. An outcome
 * that ends a batch, such as unknown, ends the run.
 */
export async function createSeveral(
  customers: readonly NamedCustomer[],
  account: Account,
  options: SeveralOptions,
): Promise<void> {
  const { consent, prompts, ledger, repeatWindow } = options;
  const now = account.connection.now();
  const plans = customers.map(({ customer }) => planCustomer(customer, { now }));
  const requests = plans.flatMap(({ isReady, request }) => (isReady ? [request] : []));
  if (account.kind === 'live' && requests.length > 0) {
    if (!(await consent.askForRun(account, requests, customers.length - requests.length))) return;
  }
  const title = `Creating ${customers.length} customers in ${account.label}`;
  await prompts.withProgress(title, async (progress) => {
    let isOver = false;
    for (const [index, { name, customer }] of customers.entries()) {
      if (isOver || progress.signal.aborted) break;
      progress.report(`${index + 1} of ${customers.length}`);
      const ask: Ask = async (question) => {
        const answer = await progress.hideWhile(() => consent.askInRun(name, question));
        isOver ||= answer === 'stop';
        return { kind: answer === 'send' ? 'send' : 'cancel' };
      };
      const beforeSending = untilSending(progress.signal);
      const result = await createOne(customer, account, {
        ledger,
        repeatWindow,
        ask: askNewFacts([], ask),
        ...beforeSending,
      });
      if (result.kind === 'in-flight') options.inFlight(index);
      if (result.kind !== 'attempt') continue;
      const { outcome } = result.attempt;
      isOver ||= outcomeTraits[outcome.outcome].endsBatch;
      if (outcome.outcome !== 'cancelled') await options.progressed(index, result.attempt);
    }
  });
}

/** Passes a cancel on until the request begins. */
function untilSending(
  cancelled: SendProgress['signal'],
): Required<Pick<CreateOptions, 'signal' | 'onProgress'>> {
  const controller = new AbortController();
  const cancel = () => controller.abort();
  cancelled.addEventListener('abort', cancel);
  return {
    signal: controller.signal,
    onProgress({ kind }) {
      if (kind === 'sending') cancelled.removeEventListener('abort', cancel);
    },
  };
}
