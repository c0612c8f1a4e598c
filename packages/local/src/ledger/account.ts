import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { keepsAttempt, type LedgerEntry, type LedgerSubject } from '@helpcrunch-customer-kit/core';
import type { Salt } from './salt.ts';
import type { StoredEntry } from './stored-entry.ts';

/** Who sends: decides the ledger, and which of its entries are about the same account. */
export type LedgerAccount =
  | {
      readonly kind: 'live';
      readonly host: string;
      readonly apiKey: { reveal(): string };
      /** Of an account that is stored: a permanent ID, `LIST/ID`, that survives a new key. */
      readonly id?: `${string}/${string}` | undefined;
    }
  /** A sandbox on a port, by what it calls this run of itself, or by the file that it keeps its customers in. */
  | { readonly kind: 'sandbox'; readonly instance: string }
  | { readonly kind: 'sandbox'; readonly store: string };

/** What an entry says about the account that it was sent to; nothing in a sandbox's ledger. */
type Sender = Pick<StoredEntry, 'account' | 'keyHash'>;

/** All accounts of a host share a ledger; its folder's name. Undefined where it takes a salt that is not there. */
export function ledgerName(account: LedgerAccount, salt: Salt | undefined): string | undefined {
  if (account.kind === 'live') return `host-${plain(account.host)}`;
  if ('instance' in account) return `sandbox-${plain(account.instance)}`;
  const hash = salt?.hash('store', realPath(account.store));
  return hash && `sandbox-store-${Buffer.from(hash, 'base64url').toString('hex')}`;
}

export function senderOf(account: LedgerAccount, salt: Salt | undefined): Sender {
  if (account.kind === 'sandbox') return {};
  const { id, apiKey } = account;
  return {
    ...(id === undefined ? {} : { account: id }),
    ...(salt ? { keyHash: salt.hash('apiKey', apiKey.reveal()) } : {}),
  };
}

/** What files of an account are named after; it reveals no key. */
export function identityOf(account: LedgerAccount, salt: Salt): string {
  if (account.kind === 'sandbox') return salt.hash('store', JSON.stringify(account));
  return account.id ?? salt.hash('apiKey', `${account.host} ${account.apiKey.reveal()}`);
}

/**
 * Whether two entries of a ledger are about one account. A key belongs to one account, and a permanent ID names one; two
 * IDs of one list name two. Anything else may be one account whose key was renewed, or two.
 */
export function compareSenders(one: Sender, other: Sender): 'same' | 'different' | 'cannot-tell' {
  if (one.keyHash === other.keyHash && one.account === other.account) return 'same';
  if (one.keyHash !== undefined && one.keyHash === other.keyHash) return 'same';
  if (one.account === undefined || other.account === undefined) return 'cannot-tell';
  if (one.account === other.account) return 'same';
  return listOf(one.account) === listOf(other.account) ? 'different' : 'cannot-tell';
}

/** The host of a live account: nothing about one sandbox matters to another. */
export function hostOf(account: LedgerAccount): string | undefined {
  return account.kind === 'live' ? account.host : undefined;
}

function listOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** Folder names: no separators, and no two that differ by case alone. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\d.a-z-]/g, '_');
}

/** The same store by whatever path it is named. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

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
interface Compared {
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
