import type { Keychain } from './keychain.ts';

/** The name under which keychains show what they keep for this program. */
const service = 'helpcrunch-customer';

/** The keychain of the system; rejects where the binary for it is not installed. */
export async function openSystemKeychain(): Promise<Keychain> {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  // On Linux the other choice is the kernel's keyring, which forgets with the next start of the machine.
  const entry = (host: string) => new AsyncEntry(service, host, { linux: { store: 'secret-service' } });
  return {
    read: async (host) => (await entry(host).getPassword()) ?? undefined,
    write: async (host, key) => entry(host).setPassword(key),
    remove: async (host) => entry(host).deleteCredential(),
  };
}
