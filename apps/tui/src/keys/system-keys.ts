import { createKeyStore, type KeyStore } from './key-store.ts';
import { keychainByProcess } from './keychain-by-process.ts';

export interface SystemKeysOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when nobody waits for the keychain any more. */
  readonly signal: AbortSignal;
  /** How long the keychain may take, in milliseconds: it may be asking the person to unlock it. */
  readonly patience?: number;
}

/** Long enough to find a password and type it. */
const personsPatience = 60_000;

/** How long to wait where nobody may be there to unlock anything. */
export const unattendedPatience = 10_000;

/** The keys in this system's keychain, which is left alone when the environment says so. */
export function systemKeys({ environment, signal, patience = personsPatience }: SystemKeysOptions): KeyStore {
  if (environment['HELPCRUNCH_NO_KEYCHAIN']) return noKeys;
  return createKeyStore({
    open: async () => keychainByProcess({ environment, patience, signal }),
    patience,
  });
}

const unavailable = { kind: 'unavailable', problem: 'switched-off' } as const;

const noKeys: KeyStore = {
  read: async () => unavailable,
  write: async () => unavailable,
  remove: async () => unavailable,
};
