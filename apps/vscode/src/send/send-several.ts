import { planCustomer, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/account.ts';
import type { Attempt } from '../attempts/attempt.ts';
import { bodyOf, confirmSeveralText } from './confirm-text.ts';
import { consentedDesk } from './consented-desk.ts';
import { type SendDesk, type SendResult, sendCustomer } from './send-customer.ts';

export interface NamedCustomer {
  readonly name: string;
  readonly customer: ReadCustomer;
}

/** What to do about a question in the middle of a run. */
export type RunAnswer = 'yes' | 'skip' | 'stop';

export interface SeveralDesk extends SendDesk {
  askInRun(words: string, yes: string): Promise<RunAnswer>;
  /** Called after each customer that was tried, so that what is known outlives a window that closes. */
  progressed(index: number, attempt: Attempt): Promise<void>;
}

/**
 * Creates customers one after the other, each through the same guard as one alone; live after one question that shows
 * every body. A cancel lets the customer that is on its way arrive and stops before the next. What comes back in
 * doubt, unauthorized or over the limit ends the run: the rest would fare no better.
 */
export async function sendSeveral(
  customers: readonly NamedCustomer[],
  account: Account,
  desk: SeveralDesk,
): Promise<void> {
  const now = account.connection.now();
  const plans = customers.map(({ customer }) => planCustomer(customer, { now }));
  const requests = plans.flatMap((plan) => (plan.outcome === 'invalid' ? [] : [plan.request]));
  if (account.kind === 'live' && requests.length > 0) {
    const text = confirmSeveralText(requests, account, customers.length - requests.length);
    if (!(await desk.confirm(text))) return;
  }
  const bodies = new Set(requests.map(bodyOf));
  const title = `Creating ${customers.length} customers in ${account.label}`;
  await desk.withProgress(title, async (signal, report) => {
    let isOver = false;
    for (const [index, { name, customer }] of customers.entries()) {
      if (isOver || signal.aborted) break;
      report(`${index + 1} of ${customers.length}`);
      const one = oneOf(consentedDesk(desk, bodies), desk, name, () => {
        isOver = true;
      });
      const result = await sendCustomer(customer, account, one);
      isOver ||= endsRun(result);
      if (result.kind === 'attempt') await desk.progressed(index, result.attempt);
    }
  });
}

/** The desk for one customer of a run: its progress is the run's, and a question can end the run. */
function oneOf(consented: SendDesk, desk: SeveralDesk, name: string, end: () => void): SendDesk {
  async function ask(words: string, yes: string): Promise<boolean> {
    const answer = await desk.askInRun(`${name}: ${words}`, yes);
    if (answer === 'stop') end();
    return answer === 'yes';
  }
  return {
    guard: desk.guard,
    ask,
    async confirm(text) {
      const isAgreed = await consented.confirm(text);
      if (!isAgreed) end();
      return isAgreed;
    },
    withProgress: (_title, task) => task(new AbortController().signal, () => {}),
  };
}

function endsRun(result: SendResult): boolean {
  if (result.kind !== 'attempt') return false;
  switch (result.attempt.outcome.outcome) {
    case 'unknown':
    case 'unauthorized':
    case 'rate-limited':
    case 'not-sent':
    case 'cancelled':
      return true;
    case 'created':
    case 'invalid':
    case 'rejected':
    case 'user-id-taken':
    case 'dry-run':
      return false;
    default: {
      const unreachable: never = result.attempt.outcome;
      return unreachable;
    }
  }
}
