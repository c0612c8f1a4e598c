import type { AccountKind, Check, Duplicates, Outcome, ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { Whereabouts } from '../source/whereabouts.ts';
import type { RecordedExchange } from './recorded-exchange.ts';

export interface AttemptAccount {
  readonly kind: AccountKind;
  readonly label: string;
  readonly host: string | undefined;
  readonly baseUrl: string;
  /** Which of the accounts; see `Account`. */
  readonly identity: string;
}

/** One try to create a customer and all that is known of it: plain data, kept to be shown again after a reload. */
export interface Attempt {
  readonly account: AttemptAccount;
  readonly customer: ReadCustomer;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When its outcome was there, in the same unit. */
  readonly endedAt: number;
  readonly exchange?: RecordedExchange;
  /** The look-up before the send. */
  readonly before?: Duplicates;
  /** What looking afterwards found out. */
  readonly check?: Check;
  /** The document it came from, and where in it. */
  readonly uri?: string;
  readonly whereabouts?: Whereabouts;
}
