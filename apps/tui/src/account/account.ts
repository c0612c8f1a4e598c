import {
  type AccountLabel,
  ApiKey,
  type ApiKeyProblem,
  type BaseUrlProblem,
  type Connection,
  connect,
  defaultBaseUrl,
  readBaseUrl,
} from '@helpcrunch-customer-kit/core';
import type { LedgerAccount } from '@helpcrunch-customer-kit/local/ledger';

/** Where the customer goes: as people know it, and how it is reached. */
export interface Account extends AccountLabel {
  readonly connection: Connection;
  /** Whose ledger on disk remembers it; a sandbox inside this process has none. */
  readonly ledgerAccount?: LedgerAccount;
}

export type AccountReading =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'no-key'; readonly problem: ApiKeyProblem }
  | { readonly kind: 'unusable-url'; readonly problem: BaseUrlProblem };

type Environment = Readonly<Record<string, string | undefined>>;

/** The live account that the environment names: its key, and the base URL where it is not the usual one. */
export function liveAccount(environment: Environment): AccountReading {
  const key = ApiKey.read(environment['HELPCRUNCH_API_KEY']);
  return key.ok ? liveAccountWithKey(key.key, environment) : { kind: 'no-key', problem: key.problem };
}

/**
 * The live account of a key that was given in another way. The keychain keeps one key per host, so that its ledger belongs
 * to the host and survives a new key.
 */
export function liveAccountWithKey(
  apiKey: ApiKey,
  environment: Environment,
  { isStored = false }: { readonly isStored?: boolean } = {},
): AccountReading {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  if (!baseUrl.ok) return { kind: 'unusable-url', problem: baseUrl.problem };
  const connection = connect({ baseUrl: baseUrl.url, apiKey });
  const { host } = new URL(baseUrl.url);
  const ledgerAccount: LedgerAccount = isStored
    ? { kind: 'keychain', host }
    : { kind: 'environment', host, apiKey };
  return { kind: 'ready', account: { kind: 'live', label: 'default', host, connection, ledgerAccount } };
}
