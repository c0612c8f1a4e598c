// A process of its own for one request to the keychain. The binary waits for the system's answer in a thread that nothing
// but a kill ends, not even the end of the program: the parent can kill this process, and continue.
import { createInterface } from 'node:readline';
import type { Keychain, KeychainAnswer, KeychainRequest } from './keychain-by-process.ts';

const lines = createInterface({ input: process.stdin });
// The other side holds standard input open as long as it waits; when it is gone, nothing is left to kill this.
lines.on('close', () => process.kill(process.pid, 'SIGKILL'));
lines.once('line', async (line) => {
  const answer = await answerTo(JSON.parse(line)).catch(failure);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});

async function answerTo(request: KeychainRequest): Promise<KeychainAnswer> {
  return { ok: true, value: await carryOut(await openSystemKeychain(), request) };
}

async function carryOut(
  keychain: Keychain,
  { act, host, key = '' }: KeychainRequest,
): Promise<string | boolean | undefined> {
  switch (act) {
    case 'read':
      return keychain.read(host);
    case 'write':
      await keychain.write(host, key);
      return undefined;
    case 'remove':
      return keychain.remove(host);
    default: {
      const unreachable: never = act;
      return unreachable;
    }
  }
}

function failure(error: unknown): KeychainAnswer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { ok: false, text: `${code} ${error instanceof Error ? error.message : String(error)}` };
}

/** The name under which keychains show what they keep for this kit. */
const service = 'helpcrunch-customer';

/** The keychain of the system; rejects where the binary for it is not installed. */
async function openSystemKeychain(): Promise<Keychain> {
  const { AsyncEntry } = await import('@napi-rs/keyring');
  // On Linux the other choice is the kernel's keyring, which forgets with the next start of the machine.
  const entry = (host: string) => new AsyncEntry(service, host, { linux: { store: 'secret-service' } });
  return {
    read: async (host) => (await entry(host).getPassword()) ?? undefined,
    write: async (host, key) => entry(host).setPassword(key),
    remove: async (host) => entry(host).deleteCredential(),
  };
}
