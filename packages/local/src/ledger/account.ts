import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Salt } from './salt.ts';

/** Whose ledger it is. */
export type LedgerAccount =
  /** A stored account has a permanent ID, so that its ledger survives a new key. */
  | { readonly kind: 'stored'; readonly id: string; readonly host: string }
  /** The terminal's keychain has one key per host: its ledger survives a new one, which may belong to any account there. */
  | { readonly kind: 'keychain'; readonly host: string }
  /** A key from the environment is all that is known about its account. */
  | { readonly kind: 'environment'; readonly host: string; readonly apiKey: { reveal(): string } }
  /** A sandbox on a port, by what it calls this run of itself, or by the file that it keeps its customers in. */
  | { readonly kind: 'sandbox'; readonly instance: string }
  | { readonly kind: 'sandbox'; readonly store: string };

const storedPrefix = 'account-';

/** A permanent ID as a folder's name; undefined where it takes a salt that is not there. */
export function accountId(account: LedgerAccount, salt: Salt | undefined): string | undefined {
  switch (account.kind) {
    case 'stored':
      return `${storedPrefix}${plain(account.id)}`;
    case 'keychain':
      return `keychain-${plain(account.host)}`;
    case 'environment':
      return salt && `key-${plain(account.host)}-${hex(salt.hash('apiKey', account.apiKey.reveal()))}`;
    case 'sandbox':
      if ('instance' in account) return `sandbox-${plain(account.instance)}`;
      return salt && `sandbox-store-${hex(salt.hash('store', realPath(account.store)))}`;
    default: {
      const unreachable: never = account;
      return unreachable;
    }
  }
}

/** True when two IDs are certainly of different accounts: a key from the environment or the keychain may belong to any. */
export function areDifferentAccounts(one: string, other: string): boolean {
  return one !== other && one.startsWith(storedPrefix) && other.startsWith(storedPrefix);
}

/** Sandboxes have no host of their own: nothing about one matters to another. */
export function hostOf(account: LedgerAccount): string | undefined {
  return account.kind === 'sandbox' ? undefined : account.host;
}

/** Folder names: no separators, and no two that differ by case alone. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\d.a-z-]/g, '_');
}

function hex(hash: string): string {
  return Buffer.from(hash, 'base64url').toString('hex');
}

/** The same store by whatever path it is named. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
