import {
  type AccountLabel,
  ApiKey,
  type ApiKeyIssue,
  type BaseUrlIssue,
  type BaseUrlReading,
  type Connection,
  connect,
  createRedactor as create,
  defaultBaseUrl,
  type Redactor,
  readBaseUrl,
} from '@helpcrunch-customer-kit/core';
import { type KeyStore, keychainMessages } from '../keys/key-store.ts';
import type { LedgerAccount } from '../ledger/account.ts';

/** Where the customer goes: as people know it, and how it is reached. */
export interface Account extends AccountLabel {
  readonly connection: Connection;
  /** Whose ledger on disk remembers its creates; a sandbox inside this process has none. */
  readonly ledgerAccount?: LedgerAccount;
}

export type AccountReading =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'no-key'; readonly issue: ApiKeyIssue }
  | { readonly kind: 'unusable-url'; readonly issue: BaseUrlIssue };

export type KeySource = 'environment' | 'keychain';

/** The live account, and where its key comes from. */
export interface FoundAccount {
  readonly reading: AccountReading;
  readonly source: KeySource | undefined;
  /** Why the keychain was of no use, where it was asked. */
  readonly note: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The live account: `HELPCRUNCH_API_KEY` goes first; without one, the keychain's key for the host of the base URL.
 *
 * @example
 * const keys = systemKeys({ environment: process.env, signal, patience: unattendedPatience });
 * const { reading, note } = await findLiveAccount(process.env, keys);
 * if (reading.kind === 'ready') ledgers.of(reading.account);
 */
export async function findLiveAccount(
  environment: Environment,
  keys: Pick<KeyStore, 'read'>,
): Promise<FoundAccount> {
  const reading = environmentAccount(environment);
  const isMissing = reading.kind === 'no-key' && reading.issue === 'missing';
  const host = liveHost(environment);
  if (!isMissing || host === undefined) {
    return { reading, source: reading.kind === 'no-key' ? undefined : 'environment', note: undefined };
  }
  const stored = await keys.read(host);
  switch (stored.kind) {
    case 'found':
      return {
        reading: accountWithKey(stored.key, environment, { isStored: true }),
        source: 'keychain',
        note: undefined,
      };
    case 'none':
      return { reading, source: undefined, note: undefined };
    case 'unavailable':
      return { reading, source: undefined, note: keychainMessages[stored.issue] };
    default: {
      const unreachable: never = stored;
      return unreachable;
    }
  }
}

/** `HELPCRUNCH_BASE_URL`, or the usual base URL. */
export function environmentBaseUrl(environment: Environment): BaseUrlReading {
  return readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
}

/** The live account of the environment alone: its key, and `HELPCRUNCH_BASE_URL` or the usual base URL. */
export function environmentAccount(environment: Environment): AccountReading {
  const key = ApiKey.read(environment['HELPCRUNCH_API_KEY']);
  return key.ok ? accountWithKey(key.key, environment) : { kind: 'no-key', issue: key.issue };
}

/** The keychain keeps one key per host, so the host's ledger needs no more to recognize its account under a new key. */
const keychainAccountId = 'keychain/default';

/** The live account of a key that was given in another way; `isStored` when the keychain has it. */
export function accountWithKey(
  apiKey: ApiKey,
  environment: Environment,
  { isStored = false }: { readonly isStored?: boolean } = {},
): AccountReading {
  const baseUrl = environmentBaseUrl(environment);
  if (!baseUrl.ok) return { kind: 'unusable-url', issue: baseUrl.issue };
  const connection = connect({ baseUrl: baseUrl.url, apiKey });
  const { host } = new URL(baseUrl.url);
  const id = isStored ? keychainAccountId : undefined;
  const ledgerAccount: LedgerAccount = { kind: 'live', host, apiKey, id };
  return { kind: 'ready', account: { kind: 'live', label: 'default', host, connection, ledgerAccount } };
}

/** The host that a key is for; `undefined` when the base URL cannot be used. */
export function liveHost(environment: Environment): string | undefined {
  const baseUrl = environmentBaseUrl(environment);
  return baseUrl.ok ? new URL(baseUrl.url).host : undefined;
}

export type { Redactor };

/** Knows the environment's key from the start, even one that is not usable as it is. */
export function createRedactor(environment: Readonly<Record<string, string | undefined>>): Redactor {
  return create([environment['HELPCRUNCH_API_KEY']]);
}
