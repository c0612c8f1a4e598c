import { ApiKey } from '@helpcrunch-customer-kit/core';
import type { Keychain } from './keychain.ts';
import type { KeychainProblem } from './keychain-words.ts';

/** The keychain is of no use here; the run goes on without it. */
export interface Unavailable {
  readonly kind: 'unavailable';
  readonly problem: KeychainProblem;
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

const defaultPatience = 60_000;

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

function unavailable(problem: KeychainProblem): Unavailable {
  return { kind: 'unavailable', problem };
}

/** The binary is an optional dependency: its package, or the part of it for this system, may not be there. */
function isMissingModule(error: unknown): boolean {
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';
  return /MODULE_NOT_FOUND|native binding/.test(text);
}
