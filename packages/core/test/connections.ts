import { createSandbox, type Sandbox, type SandboxOptions } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import { ApiKey } from '../src/api/api-key.ts';
import { type Connection, type ConnectionOptions, connect } from '../src/api/connection.ts';

export const keyText = 'sandbox-key-0123456789';

export function keyOf(text: string): ApiKey {
  const reading = ApiKey.read(text);
  if (!reading.ok) throw new Error(reading.issue);
  return reading.key;
}

/** A connection to anywhere, with a key that is not a secret. */
export function connectionTo(baseUrl: string, options: Partial<ConnectionOptions> = {}): Connection {
  return connect({ baseUrl, apiKey: keyOf(keyText), ...options });
}

/** A connection to a `fetch` of the test's own. */
export function connectionBy(
  fetch: ConnectionOptions['fetch'],
  options: Partial<ConnectionOptions> = {},
): Connection {
  return connectionTo('https://api.helpcrunch.example/v1', { fetch, ...options });
}

export interface Connected extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly connection: Connection;
}

/** A sandbox on a free port and a connection to it over HTTP. Closes itself at the end of the test. */
export async function overHttp(
  sandboxOptions: SandboxOptions = {},
  options: Partial<ConnectionOptions> = {},
): Promise<Connected> {
  const listener = await listen(createSandbox(sandboxOptions));
  return {
    sandbox: listener.sandbox,
    connection: connectionTo(listener.baseUrl, options),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

/** A sandbox in this process, reached without a network. */
export function inProcess(
  sandboxOptions: SandboxOptions = {},
  options: Partial<ConnectionOptions> = {},
): Omit<Connected, typeof Symbol.asyncDispose> {
  const sandbox = createSandbox(sandboxOptions);
  return { sandbox, connection: connectionBy((request) => sandbox.fetch(request), options) };
}
