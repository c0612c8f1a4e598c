import { createKeyStore, type KeyStore } from './key-store.ts';

/** The keys in this system's keychain; nothing is loaded before it is needed. */
export function systemKeys(): KeyStore {
  return createKeyStore({
    open: async () => {
      const { openSystemKeychain } = await import('./system-keychain.ts');
      return openSystemKeychain();
    },
  });
}
