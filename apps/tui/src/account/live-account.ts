import { ApiKey, apiKeyMessages, baseUrlMessages } from '@helpcrunch-customer-kit/core';
import {
  type AccountReading,
  accountWithKey,
  environmentAccount,
  environmentBaseUrl,
  type FoundAccount,
  findLiveAccount,
  type KeySource,
  type KeyStore,
  keychainMessages,
  liveHost,
} from '@helpcrunch-customer-kit/local';

/** Where the live account stands: what the environment names, before anything is chosen. */
export interface LiveAccess {
  /** The host a key would go to; `undefined` when the base URL cannot be used. */
  readonly host: string | undefined;
  readonly hasKey: boolean;
  /** The keychain was asked, and has answered: not before the live account is chosen, since it takes a process. */
  readonly isKeychainKnown?: boolean;
  /** Where the key comes from, when there is one. */
  readonly source?: KeySource | 'typed';
  /** Why the keychain is of no use, once it was asked. */
  readonly note?: string | undefined;
  /** Why it cannot be used as it is. */
  readonly message: string | undefined;
}

/** The state of the live account as the environment sets it, without the key. */
export function liveAccess(environment: Readonly<Record<string, string | undefined>>): LiveAccess {
  const baseUrl = environmentBaseUrl(environment);
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

export interface LiveKeysOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: KeyStore;
  /** Told of every key that comes into use, so that it is kept out of whatever is written. */
  readonly learnKey: (key: ApiKey) => void;
}

/** The keys of one wizard. Only this module and the connection hold a key. */
export interface LiveKeys {
  /** The account of the environment or of the keychain. */
  find(): Promise<FoundAccount>;
  /** The account in use: that of the key that was typed and not refused, or else the one that is found. */
  open(): Promise<AccountReading>;
  /** What was typed last is used from now on. */
  use(reading: AccountReading): void;
  /** `canKeep`: the keychain can be used, and the environment does not go first anyway. */
  paste(text: string): Promise<{ readonly reading: AccountReading; readonly canKeep: boolean }>;
  /** False when the key in use was typed and not kept: the next command would not find it. */
  isKept(): boolean;
  /** Keeps what was pasted last; says what came of it. */
  keep(): Promise<string>;
}

export function createLiveKeys({ environment, keys, learnKey }: LiveKeysOptions): LiveKeys {
  let found: Promise<FoundAccount> | undefined;
  let pasted: ApiKey | undefined;
  let isKept = true;
  let typed: AccountReading | undefined;

  const learn = (reading: AccountReading) => {
    if (reading.kind === 'ready') learnKey(reading.account.connection.apiKey);
    return reading;
  };
  const find = () => {
    isKept = true;
    found ??= findLiveAccount(environment, keys).then((account) => {
      learn(account.reading);
      return account;
    });
    return found;
  };
  return {
    find,
    open: async () => typed ?? (await find()).reading,
    use(reading) {
      typed = reading;
    },
    async paste(text) {
      const key = ApiKey.read(text);
      if (!key.ok) return { reading: { kind: 'no-key', issue: key.issue }, canKeep: false };
      pasted = key.key;
      const reading = learn(accountWithKey(key.key, environment));
      const { source, note } = await find();
      isKept = false;
      return { reading, canKeep: source !== 'environment' && note === undefined };
    },
    isKept: () => isKept,
    async keep() {
      const host = liveHost(environment);
      if (!pasted || host === undefined) return 'No key to save.';
      const keeping = await keys.write(host, pasted);
      isKept = keeping.kind === 'kept';
      return keeping.kind === 'kept'
        ? `The key for ${host} is in this system's keychain.`
        : `${keychainMessages[keeping.issue]} The key is used this once.`;
    },
  };
}
