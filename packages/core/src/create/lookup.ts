import type { Connection } from '../api/connection.ts';
import type { LookupFailure } from '../api/search.ts';
import { readDate } from '../customer/dates.ts';
import type { JsonObject } from '../customer/json.ts';
import { checkDuplicates, customerId, type DuplicateCheck, userIdHolders } from './duplicate-check.ts';
import { matchCustomer, type SentAttempt, sawBefore } from './evidence.ts';

/** Why a lookup cannot tell whether a create made a customer. */
export type CannotTellReason =
  | 'nothing-to-search-by'
  /** Someone matches, but no earlier check shows that they were not there before. */
  | 'no-earlier-check'
  /** The search returned only some of them. */
  | 'too-many-matches'
  /** Someone new has the user ID or email, but differs from what was sent. */
  | 'differs'
  /** More than one new customer is exactly as sent. */
  | 'several-match'
  /** Found by email alone, long after the send: others may have created the same customer since. */
  | 'too-late'
  /** HelpCrunch saw the customer before it was sent. */
  | 'seen-before'
  /** The create was refused: another program may have made the same customer. */
  | 'refused';

/** What looking for a sent customer found. */
export type Lookup =
  | { readonly kind: 'found'; readonly customer: JsonObject }
  /** Not there; it may still appear, so the outcome stays unknown. */
  | { readonly kind: 'not-seen'; readonly secondsAgo: number }
  | {
      readonly kind: 'cannot-tell';
      readonly reason: CannotTellReason;
      readonly candidates: readonly JsonObject[];
    }
  | { readonly kind: 'lookup-failed'; readonly failure: LookupFailure };

/** A lookup that leaves it open whether the customer was created. */
export type UnresolvedLookup = Exclude<Lookup, { kind: 'found' }>;

/** After this time a match by email alone proves nothing, in milliseconds. */
const maxEmailMatchAge = 10 * 60_000;
/** How much earlier than the send HelpCrunch may say it first saw the customer, in milliseconds. */
const maxFirstSeenLead = 5 * 60_000;

/** Searches for the customer of an attempt whose answer was lost. Never throws. */
export async function lookUpAttempt(
  connection: Connection,
  attempt: SentAttempt,
  signal?: AbortSignal,
): Promise<Lookup> {
  const check = await checkDuplicates(connection, attempt.request, { signal });
  return check.kind === 'checked'
    ? findSentCustomer(attempt, check, connection.now())
    : { kind: 'lookup-failed', failure: check };
}

/**
 * Judges what a duplicate check shows about an earlier attempt with the same user ID or email. It claims no more than
 * the searches show: only a customer that was not there before the send and has exactly what was sent counts as found.
 * `now` is in milliseconds.
 */
export function findSentCustomer(attempt: SentAttempt, after: DuplicateCheck, now: number): Lookup {
  // A user ID is unique, so it tells more than an email, which many may share.
  const foundBy = after.byUserId ? 'userId' : 'email';
  const matches = after.byUserId ?? after.byEmail;
  if (!matches) return { kind: 'cannot-tell', reason: 'nothing-to-search-by', candidates: [] };

  const before = attempt.before?.[foundBy];
  const { userId } = attempt.request;
  const candidates =
    foundBy === 'userId' && userId !== undefined ? userIdHolders(after, userId) : matches.customers;
  const cannotTell = (reason: CannotTellReason): Lookup => ({ kind: 'cannot-tell', reason, candidates });
  if (candidates.length > 0 && !before) return cannotTell('no-earlier-check');
  if (!matches.complete || before?.isComplete === false) return cannotTell('too-many-matches');

  const newcomers = candidates.filter((customer) => !sawBefore(attempt, customer));
  if (newcomers.length === 0) {
    return { kind: 'not-seen', secondsAgo: Math.max(0, Math.round((now - attempt.sentAt) / 1000)) };
  }
  const asSent = newcomers.filter(
    (customer) =>
      customerId(customer) !== undefined && matchCustomer(attempt.request, customer, foundBy) === 'as-sent',
  );
  const [customer] = asSent;
  if (!customer) return cannotTell('differs');
  if (asSent.length > 1) return cannotTell('several-match');
  const skew = after.clockSkewMs ?? attempt.before?.clockSkewMs ?? 0;
  if (isSeenBefore(customer, attempt, skew)) return cannotTell('seen-before');
  if (foundBy === 'email' && Math.abs(now - attempt.sentAt) > maxEmailMatchAge) return cannotTell('too-late');
  if (attempt.wasRefused) return { kind: 'cannot-tell', reason: 'refused', candidates: [customer] };
  return { kind: 'found', customer };
}

/** HelpCrunch fills `firstSeen` by itself when none was sent: with the time of the create, by its own clock. */
function isSeenBefore(customer: JsonObject, { request, sentAt }: SentAttempt, skew: number): boolean {
  const { firstSeen } = customer;
  if (request.firstSeen !== undefined) return false;
  if (typeof firstSeen !== 'string' && typeof firstSeen !== 'number') return false;
  const reading = readDate(firstSeen);
  return reading.kind === 'seconds' && reading.seconds * 1000 < sentAt + skew - maxFirstSeenLead;
}
