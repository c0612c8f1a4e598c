import type { Connection } from '../api/connection.ts';
import type { DuplicateCheck, DuplicateCheckResult } from './duplicate-check.ts';
import type { SentAttempt } from './evidence.ts';
import { replayed } from './idempotency.ts';
import {
  type ClassifiedEntry,
  keepsAttempt,
  type Ledger,
  type LedgerEntry,
  type LedgerSubject,
  mayHaveCreated,
} from './ledger.ts';
import { createdByLookup, settlementOf } from './look-again.ts';
import { findSentCustomer, type Lookup, lookUpAttempt } from './lookup.ts';
import type { Created } from './outcome.ts';
import type { Plan } from './plan.ts';
import type { Reason } from './question.ts';

/** What the ledger and the duplicate check together say about earlier creates like this one. */
export interface EarlierCreates {
  /** An earlier attempt with the same content did create the customer. */
  readonly created: Created | undefined;
  readonly reasons: readonly Reason[];
  /** Attempts with the same content that prove little by themselves. */
  readonly attempts: readonly SentAttempt[];
  /** Entries of customers created before, by HelpCrunch's id. */
  readonly createdIds: ReadonlyMap<string, string>;
  /** Every entry that was classified, in the state in which this leaves it. */
  readonly known: readonly ClassifiedEntry[];
}

interface EarlierContext {
  readonly subject: LedgerSubject;
  readonly connection: Connection;
  readonly ledger: Ledger;
  readonly signal: AbortSignal | undefined;
  /** The entry of this create itself, when it is repeated after a rate limit. */
  readonly ownId: string | undefined;
  readonly repeatWindow: number;
}

/**
 * Classifies every earlier create of the same content, user ID or email, those of this run (`sent`) included, before anything
 * is sent: what turns out to be created is settled in the ledger; what stays open becomes a reason to ask.
 */
export async function classifyEarlier(
  plan: Plan,
  check: DuplicateCheckResult,
  sent: readonly SentAttempt[],
  context: EarlierContext,
): Promise<EarlierCreates> {
  const { connection, ledger, ownId, subject } = context;
  const now = connection.now();
  const isOwn = ({ id, state }: LedgerEntry) => id === ownId && state === 'rate-limited';
  const entries = (await ledger.find(subject)).filter((entry) => !isOwn(entry));
  const known = new Map(entries.map(({ id, state }) => [id, state]));
  const reasons: Reason[] = [];
  const attempts = [...sent];
  const createdIds = new Map<string, string>();
  let created: Created | undefined;

  for (const attempt of sent) {
    const lookup = check.kind === 'checked' ? findSentCustomer(attempt, check, now) : undefined;
    if (lookup?.kind !== 'found') continue;
    created ??= createdByLookup(plan, lookup.customer);
    if (ownId !== undefined) await ledger.settle(ownId, settlementOf(created, now));
  }
  for (const entry of entries) {
    if (entry.id === ownId && entry.state === 'created') {
      // Another program found it while this one waited to send it again.
      created ??= replayed(plan, entry);
      continue;
    }
    const isSameUnderKey = entry.same === 'content' || subject.isRow === true;
    if (entry.hasSameKey && (!isSameUnderKey || mayHaveCreated(entry.state))) {
      // Written since the key was decided on.
      reasons.push(isSameUnderKey ? { kind: 'in-flight' } : { kind: 'key-reused', ledgerId: entry.id });
      continue;
    }
    // What has only the key in common has the key.
    if (entry.same === 'key') continue;
    if (entry.isOtherAccount) {
      const { id, same, attempt } = entry;
      if (attempt) reasons.push(unresolved(plan, { id, same, attempt }, undefined, now));
      continue;
    }
    if (entry.customerId !== undefined) createdIds.set(entry.customerId, entry.id);
    if (entry.state === 'sending') reasons.push({ kind: 'in-flight' });
    else if (entry.attempt && keepsAttempt(entry.state)) {
      const lookup = await lookUp(entry, entry.attempt, plan, check, context);
      if (lookup?.kind === 'found') {
        const found = createdByLookup({ ...plan, request: entry.attempt.request }, lookup.customer);
        const settlement = settlementOf(found, now);
        await ledger.settle(entry.id, settlement);
        known.set(entry.id, settlement.state);
        if (settlement.customerId !== undefined) createdIds.set(settlement.customerId, entry.id);
        if (entry.same === 'content') created ??= { ...found, ledgerId: entry.id };
        // The duplicate check was made before: for all rows of a batch at once, for example.
        else if (entry.same === 'email' && !showsEmail(check))
          reasons.push({ kind: 'email-used', customers: [lookup.customer], isComplete: true });
      } else {
        if (entry.same === 'content') attempts.push(entry.attempt);
        if (entry.state === 'unknown' && !(entry.same === 'email' && showsHolder(entry.attempt, lookup))) {
          const { id, same, attempt } = entry;
          reasons.push(unresolved(plan, { id, same, attempt }, lookup, now));
        }
      }
    } else if (!isSuperseded(entry, entries)) reasons.push(...sentBefore(entry, context));
  }
  return {
    created,
    reasons,
    attempts,
    createdIds,
    known: [...known].map(([id, state]) => ({ id, state })),
  };
}

/** By the duplicate check just made, where that searched for the same; else by a search of its own. */
async function lookUp(
  { state }: LedgerEntry,
  attempt: SentAttempt,
  { request }: Plan,
  check: DuplicateCheckResult,
  { connection, signal }: EarlierContext,
): Promise<Lookup | undefined> {
  const { userId, email } = attempt.request;
  const isCovered = userId === undefined ? email === request.email : userId === request.userId;
  if (isCovered && check.kind !== 'checked') return { kind: 'lookup-failed', failure: check };
  if (isCovered && check.kind === 'checked') {
    const searched: DuplicateCheck = {
      ...check,
      byUserId: userId === undefined ? undefined : check.byUserId,
    };
    return findSentCustomer(attempt, searched, connection.now());
  }
  // A definite no needs no search of its own.
  return state === 'unknown' ? lookUpAttempt(connection, attempt, signal) : undefined;
}

/**
 * True when someone has the user ID of an attempt. That customer may be its own and may be another's, but it makes no more:
 * whether they have an email is for the duplicate check to show.
 */
function showsHolder({ request }: SentAttempt, lookup: Lookup | undefined): boolean {
  return request.userId !== undefined && lookup?.kind === 'cannot-tell' && lookup.candidates.length > 0;
}

function showsEmail(check: DuplicateCheckResult): boolean {
  return check.kind === 'checked' && check.byEmail !== undefined && check.byEmail.customers.length > 0;
}

interface OpenEntry {
  readonly id: string;
  readonly same: 'content' | 'userId' | 'email';
  readonly attempt: SentAttempt;
}

function unresolved(
  { request }: Plan,
  { id, same, attempt }: OpenEntry,
  lookup: Lookup | undefined,
  now: number,
): Reason {
  return {
    kind: 'unresolved',
    ledgerId: id,
    secondsAgo: Math.max(0, Math.round((now - attempt.sentAt) / 1000)),
    same,
    lookup: lookup?.kind === 'found' ? undefined : lookup,
    isSafeToResend: request.userId !== undefined && request.userId === attempt.request.userId,
  };
}

/** A refusal says nothing once the same content was created after it. */
function isSuperseded({ state, age }: LedgerEntry, entries: readonly LedgerEntry[]): boolean {
  return (
    state === 'rejected' &&
    entries.some((other) => other.same === 'content' && other.state === 'created' && other.age <= age)
  );
}

/** The same content, sent a moment ago; a clock that was set back counts as a moment ago. */
function sentBefore(entry: LedgerEntry, { subject, repeatWindow }: EarlierContext): Reason[] {
  const { id, state, same, age, customerId, isRow } = entry;
  if (same !== 'content' || (age >= repeatWindow && !isOnlyInLedger(entry, subject))) return [];
  const secondsAgo = Math.max(0, Math.round(age / 1000));
  if (state === 'created') {
    const named = customerId === undefined ? {} : { customerId };
    return [{ kind: 'sent-before', ledgerId: id, secondsAgo, ...named, ...(isRow ? { isRow } : {}) }];
  }
  return state === 'rejected' ? [{ kind: 'refused-before', ledgerId: id, secondsAgo }] : [];
}

/**
 * A row is created once, however long ago that was, and so is what was created alone before it became a row. A duplicate
 * check shows that by user ID or email; without them, only the ledger knows.
 */
function isOnlyInLedger({ state, isRow }: LedgerEntry, subject: LedgerSubject): boolean {
  const { userId, email } = subject.request;
  const hasIdentity = userId !== undefined || email !== undefined;
  return state === 'created' && !hasIdentity && (isRow === true) !== (subject.isRow === true);
}
