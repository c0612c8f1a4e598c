/** What a system's keychain can do for us; every one of these rejects when it cannot be used. */
export interface Keychain {
  read(host: string): Promise<string | undefined>;
  write(host: string, key: string): Promise<void>;
  /** False when there was nothing to remove. */
  remove(host: string): Promise<boolean>;
}
