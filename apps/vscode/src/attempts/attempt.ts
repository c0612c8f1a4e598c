import type { AccountKind, Check, Duplicates, Outcome, ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { RecordedExchange } from '../send/recorded-exchange.ts';
import type { Whereabouts } from '../source/whereabouts.ts';

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
  /** When its outcome was known, in the same unit. */
  readonly endedAt: number;
  readonly exchange?: RecordedExchange;
  /** The duplicate check before the send. */
  readonly before?: Duplicates;
  /** What a later lookup found. */
  readonly check?: Check;
  /** The document it came from, and where in it. */
  readonly uri?: string;
  readonly whereabouts?: Whereabouts;
}

/** One customer, or several that were sent one after the other: plain data, kept like the attempts in it. */
export interface Run {
  readonly entries: readonly RunEntry[];
  /** The entry whose attempt is shown. */
  readonly shown: number;
}

export interface RunEntry {
  /** The customer's name in a list. */
  readonly name: string;
  /** Missing where nothing was tried: the person skipped it, or the run ended before it. */
  readonly attempt?: Attempt;
}

/** The entry to show first: an unknown one, else the first that made no customer, else the last. */
export function entryToShow(entries: readonly RunEntry[]): number {
  const unknown = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'unknown');
  if (unknown >= 0) return unknown;
  const failed = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'no');
  return failed >= 0 ? failed : entries.findLastIndex(({ attempt }) => attempt !== undefined);
}
