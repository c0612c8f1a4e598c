import { planCustomer, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { Account } from '../accounts/accounts.ts';
import type { Attempt } from '../attempts/attempt.ts';
import type { Time } from '../import/run-list.ts';
import type { Imports, ListEnd } from '../import/start-imports.ts';
import type { Consent } from './consent.ts';
import type { CreateOptions } from './create-one.ts';
import type { Prompts } from './prompts.ts';

export interface NamedCustomer {
  readonly name: string;
  readonly customer: ReadCustomer;
  readonly text: string;
}

export interface SeveralOptions extends Pick<CreateOptions, 'ledger'> {
  /** What the result files are called after. */
  readonly name: string;
  readonly consent: Pick<Consent, 'askForRun'>;
  readonly prompts: Prompts;
  readonly imports: () => Promise<Imports>;
  readonly time?: Time;
  /** Called after each attempt, so that its outcome is kept if the window closes. */
  attempted(index: number, attempt: Attempt): Promise<void>;
  /** Called for each customer that was not tried, with the reason. */
  noted(index: number, note: string): Promise<void>;
}

/**
 * Creates customers one after the other, below the rate limit. In a live account one question shows every body. A cancel
 * does not interrupt a request that began. `undefined` when the user said no.
 */
export async function createSeveral(
  customers: readonly NamedCustomer[],
  account: Account,
  { consent, prompts, imports, ...options }: SeveralOptions,
): Promise<ListEnd | undefined> {
  const now = account.connection.now();
  const plans = customers.map(({ customer }) => planCustomer(customer, { now }));
  const requests = plans.flatMap(({ isReady, request }) => (isReady ? [request] : []));
  if (account.kind === 'live' && requests.length > 0) {
    if (!(await consent.askForRun(account, requests, customers.length - requests.length))) return undefined;
  }
  const { createList } = await imports();
  return prompts.withProgress(`Creating ${customers.length} customers in ${account.label}`, (progress) =>
    createList({ customers, account, progress, ...options }),
  );
}
