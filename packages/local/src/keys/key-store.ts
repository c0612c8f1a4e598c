import { ApiKey } from '@helpcrunch-customer-kit/core';
import { type Keychain, keychainByProcess } from './keychain-by-process.ts';

/** Why the keychain is of no use. */
export type KeychainIssue =
  | 'switched-off'
  | 'not-installed'
  | 'unusable'
  | 'no-answer'
  | 'no-key-inside'
  | 'not-kept';

/** One sentence for each. */
export const keychainMessages: Readonly<Record<KeychainIssue, string>> = {
  'switched-off': 'The keychain is not used: HELPCRUNCH_NO_KEYCHAIN is set.',
  'not-installed': 'The part of this program that speaks to keychains is not installed here.',
  unusable: "This system's keychain cannot be used.",
  'no-answer': "This system's keychain did not answer.",
  'no-key-inside': 'The keychain entry for this host is not an API key. Log in again.',
  'not-kept': "This system's keychain did not keep the key.",
};

/** The keychain is of no use here; the run goes on without it. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly issue: KeychainIssue;
}

export type StoredKey =
  | { readonly kind: 'found'; readonly key: ApiKey }
  | { readonly kind: 'none' }
  | Unavailable;

/** Keys by the host that each was saved for; a key of one host is never given out for another. */
export interface KeyStore {
  read(host: string): Promise<StoredKey>;
  /** Kept means read back and found to be the same. */
  write(host: string, key: ApiKey): Promise<{ readonly kind: 'kept' } | Unavailable>;
  remove(host: string): Promise<{ readonly kind: 'removed' } | { readonly kind: 'none' } | Unavailable>;
}

export interface KeyStoreOptions {
  /** Opens the keychain, at the first need and once. */
  readonly open: () => Promise<Keychain>;
  /** How long the keychain may take, in milliseconds; it may be asking the person to unlock it. */
  readonly patience?: number;
}

/** Long enough to find a password and type it. */
const defaultPatience = 60_000;

/** How long to wait for a keychain that may be locked, with no one there to unlock it. */
export const unattendedPatience = 10_000;

export interface SystemKeysOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted when the keychain is not needed any more. */
  readonly signal: AbortSignal;
  readonly patience?: number;
}

/** The keys in this system's keychain, which is left alone when `HELPCRUNCH_NO_KEYCHAIN` is set. */
export function systemKeys({ environment, signal, patience = defaultPatience }: SystemKeysOptions): KeyStore {
  if (environment['HELPCRUNCH_NO_KEYCHAIN']) return switchedOff;
  return createKeyStore({
    open: async () => keychainByProcess({ environment, patience, signal }),
    patience,
  });
}

const switchedOff: KeyStore = {
  read: async () => unavailable('switched-off'),
  write: async () => unavailable('switched-off'),
  remove: async () => unavailable('switched-off'),
};

/** A store of keys in a keychain. Nothing here throws. */
export function createKeyStore({ open, patience = defaultPatience }: KeyStoreOptions): KeyStore {
  let opened: Promise<Keychain> | undefined;

  const use = async <Result>(act: (keychain: Keychain) => Promise<Result>): Promise<Result | Unavailable> => {
    const { promise: late, resolve } = Promise.withResolvers<Unavailable>();
    const timer = setTimeout(() => resolve(unavailable('no-answer')), patience);
    try {
      opened ??= open();
      return await Promise.race([opened.then(act), late]);
    } catch (error) {
      return unavailable(isMissingModule(error) ? 'not-installed' : 'unusable');
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    read: (host) =>
      use(async (keychain): Promise<StoredKey> => {
        const text = await keychain.read(host);
        if (text === undefined) return { kind: 'none' };
        const reading = ApiKey.read(text);
        return reading.ok ? { kind: 'found', key: reading.key } : unavailable('no-key-inside');
      }),
    write: (host, key) =>
      use(async (keychain) => {
        await keychain.write(host, key.reveal());
        return (await keychain.read(host)) === key.reveal()
          ? ({ kind: 'kept' } as const)
          : unavailable('not-kept');
      }),
    remove: (host) =>
      use(async (keychain) => ({ kind: (await keychain.remove(host)) ? 'removed' : 'none' }) as const),
  };
}

function unavailable(issue: KeychainIssue): Unavailable {
  return { kind: 'unavailable', issue };
}

/** The binary is an optional dependency: its package, or the part of it for this system, may not be there. */
function isMissingModule(error: unknown): boolean {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';
  return /MODULE_NOT_FOUND|native binding/.test(text);
}
