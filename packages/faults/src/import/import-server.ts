import { createSandbox, type Sandbox, type SandboxRequest } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { ImportPlan } from './import-plan.ts';

/** The time of the client, in milliseconds since 1970. */
export const clockHeader = 'x-client-clock';

/** A sandbox with the faults of a plan on a port. Its time is the clients': it passes when they send. */
export interface ImportServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  /** The time, which can be moved on. */
  time: number;
  /** Called for each request, before it is handled and after. */
  onRequest: ((when: 'arrived' | 'handled', request: SandboxRequest | undefined) => void) | undefined;
  /**
   * The most requests in any 60 seconds: by the time at which each left, where clients have a clock of their own, since
   * the order in which they arrive here is this machine's doing.
   */
  busiestMinute(): number;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
}

const isReal = ({ driver }: ImportPlan) => driver === 'program';

export async function openImportServer(plan: ImportPlan): Promise<ImportServer> {
  let time = Date.now();
  const { faults, maxSearchFilters } = plan;
  const sandbox = createSandbox({
    faults,
    ...(maxSearchFilters === undefined ? {} : { maxSearchFilters }),
    ...(isReal(plan) ? {} : { now: () => time }),
  });
  const underWay = new Set<Promise<unknown>>();
  const server: Omit<ImportServer, typeof Symbol.asyncDispose | 'baseUrl'> = {
    sandbox,
    onRequest: undefined,
    get time() {
      return time;
    },
    set time(value) {
      time = value;
    },
    busiestMinute() {
      if (isReal(plan)) return sandbox.busiestMinute();
      const left = sandbox.requests
        .map(({ headers }) => Number(headers[clockHeader]))
        .toSorted((a, b) => a - b);
      const until = (start: number) => left.filter((at) => at >= start && at <= start + 60_000).length;
      return Math.max(0, ...left.map(until));
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
  async function respond(request: Request): Promise<Response> {
    const { url, method, headers } = request;
    const body = await request.text();
    // A client that is gone does not undo what arrived.
    const passed = new Request(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
    time = Math.max(time, Number(headers.get(clockHeader) ?? 0));
    server.onRequest?.('arrived', undefined);
    try {
      const response = await sandbox.fetch(passed);
      if (!isReal(plan)) response.headers.set('date', new Date(time).toUTCString());
      return response;
    } finally {
      server.onRequest?.('handled', sandbox.requests.at(-1));
    }
  }
  const listener = await listen({
    ...sandbox,
    fetch(request) {
      const response = respond(request);
      underWay.add(response);
      return response.finally(() => underWay.delete(response));
    },
  });
  return Object.defineProperties(server, {
    baseUrl: { value: listener.baseUrl },
    [Symbol.asyncDispose]: { value: () => listener.close() },
  }) as ImportServer;
}
