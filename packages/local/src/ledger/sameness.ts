import { keepsAttempt, type LedgerEntry, type LedgerSubject } from '@helpcrunch-customer-kit/core';
import type { Salt } from './salt.ts';
import type { StoredEntry } from './stored-entry.ts';

/** A create with an idempotency key, if it has one. */
export interface KeyedSubject extends LedgerSubject {
  readonly idempotencyKey?: string | undefined;
}

type Hashes = Pick<StoredEntry, 'fingerprint' | 'userIdHash' | 'emailHash' | 'idempotencyKeyHash'>;

/** What a ledger keeps of a create to recognize it by. */
export function hashSubject({ fingerprint, request, idempotencyKey }: KeyedSubject, salt: Salt): Hashes {
  const { userId, email } = request;
  return {
    fingerprint: salt.hash('fingerprint', fingerprint),
    ...(userId === undefined ? {} : { userIdHash: salt.hash('userId', userId) }),
    ...(email === undefined ? {} : { emailHash: salt.hash('email', email) }),
    ...(idempotencyKey === undefined
      ? {}
      : { idempotencyKeyHash: salt.hash('idempotencyKey', idempotencyKey) }),
  };
}

/**
 * How an entry is like a create, by its hashes, and by its body while it has one: so an unresolved entry is recognized
 * without the salt, too. A settled entry with the same email alone says nothing: others may have it.
 */
export function sameness(
  entry: StoredEntry,
  { fingerprint, request }: LedgerSubject,
  hashes: Hashes | undefined,
): LedgerEntry['same'] | undefined {
  const sent = entry.attempt?.request;
  if (entry.fingerprint === hashes?.fingerprint) return 'content';
  if (sent && JSON.stringify(sent) === fingerprint) return 'content';
  if (isSame(entry.userIdHash, hashes?.userIdHash) || isSame(sent?.userId, request.userId)) return 'userId';
  if (!keepsAttempt(entry.state)) return undefined;
  if (isSame(entry.emailHash, hashes?.emailHash) || isSame(sent?.email, request.email)) return 'email';
  return undefined;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
