/** What a system's keychain can do for us; every method rejects when it cannot be used. */
export interface Keychain {
  read(host: string): Promise<string | undefined>;
  write(host: string, key: string): Promise<void>;
  /** False when there was nothing to remove. */
  remove(host: string): Promise<boolean>;
}

/** What the process that uses the keychain reads: one line of JSON on its standard input. */
export interface KeychainRequest {
  readonly act: 'read' | 'write' | 'remove';
  readonly host: string;
  /** The key, to write it. */
  readonly key?: string;
}

/** What it answers, one line of JSON on its standard output. */
export type KeychainAnswer =
  | { readonly ok: true; readonly value?: string | boolean | undefined }
  /** `text`: what was thrown, for the caller to classify; never shown. */
  | { readonly ok: false; readonly text: string };

/** The name under which keychains show what they keep for this kit. */
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
