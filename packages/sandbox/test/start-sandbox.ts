import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.ts';
import { listen } from '../src/listen.ts';

/** A sandbox on a free port, with the calls that tests need. Closes itself at the end of the test. */
export interface StartedSandbox extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly baseUrl: string;
  /** A body that is not a string is sent as JSON. */
  create(customer: unknown, headers?: Record<string, string>): Promise<Response>;
  search(search: unknown, headers?: Record<string, string>): Promise<Response>;
  get(id: number | string, headers?: Record<string, string>): Promise<Response>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<StartedSandbox> {
  const listener = await listen(createSandbox(options));

  function call(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    return fetch(`${listener.baseUrl}${path}`, {
      method,
      headers: { authorization: 'Bearer any-key', ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  return {
    sandbox: listener.sandbox,
    baseUrl: listener.baseUrl,
    create: (customer, headers = {}) => call('POST', '/customers', customer, headers),
    search: (search, headers = {}) => call('POST', '/customers/search', search, headers),
    get: (id, headers = {}) => call('GET', `/customers/${id}`, undefined, headers),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}
