/** A keychain in memory, for tests: `hosts` is all that it keeps. */
export function memoryKeychain(hosts = new Map<string, string>()) {
  return {
    read: async (host: string) => hosts.get(host),
    write: async (host: string, key: string) => {
      hosts.set(host, key);
    },
    remove: async (host: string) => hosts.delete(host),
  };
}
