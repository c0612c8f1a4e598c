import type { Keychain } from '../src/keys/keychain.ts';

/** A keychain in memory, for tests: `hosts` is all that it keeps. */
export function memoryKeychain(hosts = new Map<string, string>()): Keychain {
  return {
    read: async (host) => hosts.get(host),
    write: async (host, key) => {
      hosts.set(host, key);
    },
    remove: async (host) => hosts.delete(host),
  };
}
