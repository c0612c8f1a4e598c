import {
  ApiKey,
  apiKeyWords,
  type BaseUrlReading,
  baseUrlWords,
  connect,
  type Fetch,
} from '@helpcrunch-customer-kit/core';
import type { Account } from './account.ts';
import type { StoredAccount } from './account-envelope.ts';

export type LiveAccountReading =
  | { readonly kind: 'ready'; readonly account: Account }
  /** Why it cannot be used, in words. */
  | { readonly kind: 'unusable'; readonly words: string };

/** A stored account, ready to send with: only to the address that its key was saved for. */
export function liveAccount(
  stored: StoredAccount,
  setting: BaseUrlReading,
  answerTimeout: number,
  fetch?: Fetch,
): LiveAccountReading {
  if (!setting.ok) return { kind: 'unusable', words: baseUrlWords[setting.problem] };
  if (setting.url !== stored.baseUrl) {
    const words = `The key of ${stored.label} was saved for ${stored.baseUrl}, and helpcrunch.baseUrl is ${setting.url} now. A key goes to no other address.`;
    return { kind: 'unusable', words };
  }
  const key = ApiKey.read(stored.key);
  if (!key.ok) return { kind: 'unusable', words: apiKeyWords[key.problem] };
  const connection = connect({ baseUrl: stored.baseUrl, apiKey: key.key, answerTimeout, fetch });
  const { host } = new URL(stored.baseUrl);
  const identity = `live ${stored.id} ${stored.baseUrl}`;
  // A new name and a new key leave the ID as it is.
  const ledgerAccount = { kind: 'live', host, apiKey: key.key, id: `vscode/${stored.id}` } as const;
  const { label } = stored;
  return { kind: 'ready', account: { kind: 'live', label, host, identity, ledgerAccount, connection } };
}
