import { createSandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';

export type ServerEvent = 'search' | 'create' | 'stored';

/** A sandbox on a port that counts creates, and tells when something arrived. */
export interface KillServer extends AsyncDisposable {
  readonly baseUrl: string;
  /** Creates that arrived whole. */
  readonly posts: number;
  /** HelpCrunch's IDs of the customers that exist. */
  ids(): readonly string[];
  /** Resolves when it happens for the first time. */
  when(event: ServerEvent): Promise<void>;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
}

/** `answerMs`: how long a stored customer waits for its answer. What arrived whole is stored, even when the client is gone by then. */
export async function openKillServer(answerMs: number): Promise<KillServer> {
  const sandbox = createSandbox();
  const moments = {
    search: Promise.withResolvers<void>(),
    create: Promise.withResolvers<void>(),
    stored: Promise.withResolvers<void>(),
  };
  const underWay = new Set<Promise<unknown>>();
  let posts = 0;

  async function respond(request: Request): Promise<Response> {
    const { url, method, headers } = request;
    const body = await request.text();
    const passed = new Request(url, { method, headers, body });
    const isCreate = new URL(url).pathname === '/v1/customers';
    moments[isCreate ? 'create' : 'search'].resolve();
    if (!isCreate) return sandbox.fetch(passed);
    posts += 1;
    const response = await sandbox.fetch(passed);
    moments.stored.resolve();
    await new Promise((done) => setTimeout(done, answerMs));
    return response;
  }

  const listener = await listen({
    ...sandbox,
    async fetch(request) {
      const response = respond(request);
      underWay.add(response);
      return response.finally(() => underWay.delete(response));
    },
  });
  return {
    baseUrl: listener.baseUrl,
    get posts() {
      return posts;
    },
    ids: () => sandbox.customers.map(({ id }) => String(id)),
    when: (event) => moments[event].promise,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    [Symbol.asyncDispose]: () => listener.close(),
  };
}
