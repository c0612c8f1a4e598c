import { ApiKey, type Connection, connect, readBaseUrl } from '@helpcrunch-customer-kit/core';
import type { Account } from '@helpcrunch-customer-kit/local';

/** What is wrong with the address of a sandbox; `undefined` when it can be used. */
export function validateSandboxUrl(url: string): string | undefined {
  const reading = readBaseUrl(url);
  // Only this machine has sandboxes, and plain http is accepted for it alone.
  return reading.ok && new URL(reading.url).protocol === 'http:'
    ? undefined
    : '--sandbox takes the address of a sandbox on this machine. Example: --sandbox=http://127.0.0.1:4010/v1';
}

/**
 * An account in a running sandbox on this machine, or without an address in one inside this process, which starts empty
 * and is gone when the process ends.
 */
export async function sandboxAccount(url?: string): Promise<Account> {
  const key = ApiKey.read('sandbox');
  if (!key.ok) throw new Error('the key of the sandbox is readable');
  const connection =
    url === undefined
      ? await connectInProcess(key.key)
      : connect({ baseUrl: baseUrlOf(url), apiKey: key.key });
  const account = { kind: 'sandbox', label: 'sandbox', connection } as const;
  if (url === undefined) return { ...account, host: undefined };
  const { host, origin } = new URL(connection.baseUrl);
  const instance = await instanceOf(origin);
  // Where it does not tell, another one may have been at this address: nothing that was sent there is remembered.
  return {
    ...account,
    host,
    ...(instance === undefined ? {} : { ledgerAccount: { kind: 'sandbox', instance } }),
  };
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

async function connectInProcess(apiKey: ApiKey): Promise<Connection> {
  // Loaded on demand: only a run in the sandbox needs it.
  const { createSandbox } = await import('@helpcrunch-customer-kit/sandbox');
  const sandbox = createSandbox();
  // Nothing listens there: the requests are answered in this process.
  return connect({ baseUrl: 'http://127.0.0.1/v1', apiKey, fetch: (request) => sandbox.fetch(request) });
}

function baseUrlOf(url: string): string {
  const reading = readBaseUrl(url);
  if (!reading.ok) throw new Error('the address of the sandbox was checked');
  return reading.url;
}
