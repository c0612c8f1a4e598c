import { keepsAttempt, type LedgerEntry, type LedgerSubject } from '@helpcrunch-customer-kit/core';
import { compareSenders, type Sender } from './account.ts';
import type { Salt } from './salt.ts';
import type { StoredEntry } from './stored-entry.ts';

/** How an entry is like a create; see `LedgerEntry`. */
export type Sameness = Pick<LedgerEntry, 'same' | 'hasSameKey' | 'isOtherAccount'>;

type Hashes = Pick<StoredEntry, 'fingerprint' | 'userIdHash' | 'emailHash' | 'idempotencyKeyHash' | 'isRow'>;

/** What a ledger keeps of a create to recognize it by. */
export function hashSubject(
  { fingerprint, request, idempotencyKey, isRow }: LedgerSubject,
  salt: Salt,
): Hashes {
  const { userId, email } = request;
  return {
    fingerprint: salt.hash('fingerprint', fingerprint),
    ...(userId === undefined ? {} : { userIdHash: salt.hash('userId', userId) }),
    ...(email === undefined ? {} : { emailHash: salt.hash('email', email) }),
    ...(idempotencyKey === undefined
      ? {}
      : { idempotencyKeyHash: salt.hash('idempotencyKey', idempotencyKey) }),
    ...(isRow ? { isRow } : {}),
  };
}

/** What a create is compared by; the hashes are missing when the salt was lost. */
export interface Compared {
  readonly subject: LedgerSubject;
  readonly hashes: Hashes | undefined;
  readonly sender: Sender;
}

/**
 * How an entry that matters to a create is like it. One that may have been sent to another account matters as long as it is
 * unresolved: its key may have been renewed.
 */
export function matches(entry: StoredEntry, { subject, hashes, sender }: Compared): Sameness | undefined {
  const relation = compareSenders(entry, sender);
  if (relation === 'different') return undefined;
  if (relation === 'cannot-tell') {
    const isUnresolved = entry.state === 'sending' || entry.state === 'unknown';
    const same = isUnresolved ? sameness(entry, subject, hashes) : undefined;
    return same && { same, isOtherAccount: true };
  }
  if (isSame(entry.idempotencyKeyHash, hashes?.idempotencyKeyHash)) {
    return { same: sameness(entry, subject, hashes) ?? 'key', hasSameKey: true };
  }
  const same = sameness(entry, subject, hashes);
  // A settled entry with the same email alone says nothing: others may have it.
  return same === undefined || (same === 'email' && !keepsAttempt(entry.state)) ? undefined : { same };
}

/**
 * How an entry is like a create, its key apart: by its hashes, and by its body while it has one, so that an unresolved
 * entry is recognized without the salt, too.
 */
function sameness(
  entry: StoredEntry,
  { fingerprint, request }: LedgerSubject,
  hashes: Hashes | undefined,
): Exclude<LedgerEntry['same'], 'key'> | undefined {
  const sent = entry.attempt?.request;
  if (entry.fingerprint === hashes?.fingerprint) return 'content';
  if (sent && JSON.stringify(sent) === fingerprint) return 'content';
  if (isSame(entry.userIdHash, hashes?.userIdHash) || isSame(sent?.userId, request.userId)) return 'userId';
  if (isSame(entry.emailHash, hashes?.emailHash) || isSame(sent?.email, request.email)) return 'email';
  return undefined;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
