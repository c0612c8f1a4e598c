import {
  type AccountKind,
  type Outcome,
  type ReadCustomer,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import type { RecordedExchange } from '../create/recorded-exchange.ts';
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
  /** An earlier attempt that left it unknown whether the customer was created, and that no later one resolved. */
  readonly unresolved?: Attempt;
}

/** The entry to show first: an unknown one, else the first that made no customer, else the last. */
export function entryToShow(entries: readonly RunEntry[]): number {
  const unknown = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'unknown');
  if (unknown >= 0) return unknown;
  const failed = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'no');
  return failed >= 0 ? failed : entries.findLastIndex(({ attempt }) => attempt !== undefined);
}

/** When a customer that was rate limited may be sent again, in milliseconds since 1970. */
export function waitOver({ outcome, endedAt }: Attempt): number | undefined {
  return outcome.outcome === 'rate-limited' ? endedAt + rateLimitWait(outcome.retryAfter) * 1000 : undefined;
}

/** An entry after another attempt. What was unknown stays so, unless the attempt shows what came of it. */
export function withAttempt(entry: RunEntry | undefined, name: string, attempt: Attempt): RunEntry {
  const before = entry?.attempt;
  const open = before?.outcome.outcome === 'unknown' ? before : entry?.unresolved;
  return open && !isResolved(open.outcome, attempt.outcome)
    ? { name, attempt, unresolved: open }
    : { name, attempt };
}

/** An entry after a lookup showed what came of one of its attempts. */
export function withLookup({ name, attempt, unresolved }: RunEntry, before: Attempt, now: Attempt): RunEntry {
  const isOther = attempt !== undefined && attempt !== before;
  // Of two attempts that both created a customer, both are shown.
  if (isOther && (now.outcome.outcome === 'unknown' || attempt.outcome.customerExists === 'yes')) {
    return { name, attempt, unresolved: now };
  }
  return unresolved && unresolved !== before ? { name, attempt: now, unresolved } : { name, attempt: now };
}

/** A user ID is unique, so that a customer who has it is the one of before; else the ledger tells. */
function isResolved({ ledgerId, request }: Outcome, later: Outcome): boolean {
  if (later.outcome === 'user-id-taken') return ledgerId !== undefined && later.createdBy === ledgerId;
  if (later.outcome !== 'created') return false;
  const hasSameUserId = request?.userId !== undefined && request.userId === later.request.userId;
  return hasSameUserId || (ledgerId !== undefined && later.ledgerId === ledgerId);
}
