import { ApiKey, connect, type Fetch, readBaseUrl } from '@helpcrunch-customer-kit/core';
import type { Account } from './live-account.ts';

/** What is wrong with the address of a sandbox; `undefined` when it can be used. */
export function validateSandboxUrl(url: string): string | undefined {
  const reading = readBaseUrl(url);
  // Only this machine has sandboxes, and plain http is accepted for it alone.
  return reading.ok && new URL(reading.url).protocol === 'http:'
    ? undefined
    : '--sandbox takes the address of a sandbox on this machine. Example: --sandbox=http://127.0.0.1:4010/v1';
}

/** An account in a sandbox inside this process; `store` is the file that keeps its customers, if one does. */
export function ownSandboxAccount(
  fetch: Fetch,
  { store }: { readonly store?: string | undefined } = {},
): Account {
  // Nothing listens there: the requests are answered in this process.
  const connection = connect({ baseUrl: 'http://127.0.0.1/v1', apiKey: sandboxKey(), fetch });
  const account = { kind: 'sandbox', label: 'sandbox', host: undefined, connection } as const;
  return store === undefined ? account : { ...account, ledgerAccount: { kind: 'sandbox', store } };
}

/**
 * An account in a running sandbox on this machine.
 *
 * @throws Error for an address that has a `validateSandboxUrl`.
 */
export async function runningSandboxAccount(url: string): Promise<Account> {
  const reading = readBaseUrl(url);
  if (!reading.ok) throw new Error('the address of the sandbox was checked');
  const connection = connect({ baseUrl: reading.url, apiKey: sandboxKey() });
  const { host, origin } = new URL(connection.baseUrl);
  const instance = await instanceOf(origin);
  // Where it does not tell, another one may have been at this address: nothing that was sent there is remembered.
  return {
    kind: 'sandbox',
    label: 'sandbox',
    host,
    connection,
    ...(instance === undefined ? {} : { ledgerAccount: { kind: 'sandbox', instance } }),
  };
}

/** A sandbox takes any key. */
function sandboxKey(): ApiKey {
  const key = ApiKey.read('sandbox');
  if (!key.ok) throw new Error('the key of the sandbox is readable');
  return key.key;
}

/** Milliseconds; it is on this machine. */
const instanceTimeout = 2000;

/** What a running sandbox calls the customers that it has; a new one has another name. */
async function instanceOf(origin: string): Promise<string | undefined> {
  try {
    const answer = await fetch(origin, { signal: AbortSignal.timeout(instanceTimeout) });
    const { sandbox } = (await answer.json()) as { readonly sandbox?: unknown };
    return typeof sandbox === 'string' && sandbox !== '' ? sandbox : undefined;
  } catch {
    return undefined;
  }
}
