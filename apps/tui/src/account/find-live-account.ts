import { defaultBaseUrl, readBaseUrl } from '@helpcrunch-customer-kit/core';
import type { KeyStore } from '../keys/key-store.ts';
import { keychainWords } from '../keys/keychain-words.ts';
import { type AccountReading, liveAccount, liveAccountWithKey } from './account.ts';

export type KeySource = 'environment' | 'keychain';

/** The live account, and where its key comes from. */
export interface FoundAccount {
  readonly reading: AccountReading;
  readonly source: KeySource | undefined;
  /** Why the keychain was of no use, where it was asked. */
  readonly note: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment's key goes first; without one, the keychain's for the host of the base URL. */
export async function findLiveAccount(
  environment: Environment,
  keys: Pick<KeyStore, 'read'>,
): Promise<FoundAccount> {
  const reading = liveAccount(environment);
  const isMissing = reading.kind === 'no-key' && reading.problem === 'missing';
  const host = liveHost(environment);
  if (!isMissing || host === undefined) {
    return { reading, source: reading.kind === 'no-key' ? undefined : 'environment', note: undefined };
  }
  const stored = await keys.read(host);
  switch (stored.kind) {
    case 'found':
      return {
        reading: liveAccountWithKey(stored.key, environment, { isStored: true }),
        source: 'keychain',
        note: undefined,
      };
    case 'none':
      return { reading, source: undefined, note: undefined };
    case 'unavailable':
      return { reading, source: undefined, note: keychainWords[stored.problem] };
    default: {
      const unreachable: never = stored;
      return unreachable;
    }
  }
}

/** The host that a key is for; `undefined` when the base URL cannot be used. */
export function liveHost(environment: Environment): string | undefined {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  return baseUrl.ok ? new URL(baseUrl.url).host : undefined;
}
