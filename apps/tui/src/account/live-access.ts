import { apiKeyMessages, baseUrlMessages, defaultBaseUrl, readBaseUrl } from '@helpcrunch-customer-kit/core';
import { environmentAccount, type KeySource } from '@helpcrunch-customer-kit/local';

/** Where the live account stands: what the environment names, before anything is chosen. */
export interface LiveAccess {
  /** The host a key would go to; `undefined` when the base URL cannot be used. */
  readonly host: string | undefined;
  readonly hasKey: boolean;
  /** The keychain was asked, and has answered: not before the live account is chosen, since it takes a process. */
  readonly isKeychainKnown?: boolean;
  /** Where the key comes from, when there is one. */
  readonly source?: KeySource;
  /** Why the keychain is of no use, once it was asked. */
  readonly note?: string | undefined;
  /** Why it cannot be used as it is. */
  readonly message: string | undefined;
}

/** The state of the live account as the environment sets it, without the key. */
export function liveAccess(environment: Readonly<Record<string, string | undefined>>): LiveAccess {
  const baseUrl = readBaseUrl(environment['HELPCRUNCH_BASE_URL'] || defaultBaseUrl);
  const reading = environmentAccount(environment);
  return {
    host: baseUrl.ok ? new URL(baseUrl.url).host : undefined,
    hasKey: reading.kind !== 'no-key',
    message: messageOf(reading),
  };
}

function messageOf(reading: ReturnType<typeof environmentAccount>): string | undefined {
  switch (reading.kind) {
    case 'ready':
      return undefined;
    case 'no-key':
      // A missing key is fine: the user is asked for it.
      return reading.issue === 'missing' ? undefined : apiKeyMessages[reading.issue];
    case 'unusable-url':
      return baseUrlMessages[reading.issue];
    default: {
      const unreachable: never = reading;
      return unreachable;
    }
  }
}
