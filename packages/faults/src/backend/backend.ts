import { createSandbox, type Sandbox, type StoredCustomer } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { FaultRun } from '../faults/fault.ts';
import { kindOfRequest, type ProxyRequest, toRawAnswer } from '../proxy/http.ts';
import { type Connection, openProxy, type ProxyServer } from '../proxy/proxy.ts';
import { createMoments, type Exchange, type Moments, type StrangerKind, writeAnswer } from './exchange.ts';
import { createIndex } from './index-lag.ts';
import { createLimits, type LimitName } from './limits.ts';
import { type OtherHost, openOtherHost } from './other-host.ts';
import { tlsOptions } from './trusted.ts';

/** Nothing has ever listened there; a port that was free a moment ago may be another run's by now. */
const closedPort = 'http://127.0.0.1:2/v1';

/** Everything on the other side of the wire in one run. */
export interface Backend extends AsyncDisposable {
  /** What the driver takes for HelpCrunch. */
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  readonly moments: Moments;
  /** How it is now. */
  truth(): Truth;
  /** The driver's clock, moved by `skip`, in milliseconds since 1970. */
  now(): number;
  skip(minutes: number): void;
}

/** What really happened, by the sandbox's own store and by what arrived on the sockets. */
export interface Truth {
  /** Creates of the driver that began to arrive. */
  readonly creates: number;
  /** Creates that were answered with 429: each may be sent once more without asking. */
  readonly rateLimited: number;
  /** Customers that came of them, in order. */
  readonly made: readonly StoredCustomer[];
  /** Milliseconds between each 429 and the create after it. */
  readonly resendGaps: readonly number[];
  /** The proxy, not the driver, passed a create on more than once. */
  readonly proxyRepeated: boolean;
  /** What HTTP cannot show in this run. */
  readonly limits: readonly LimitName[];
  /** Requests that arrived at another host. */
  readonly otherHost: number;
  /** Of these, those with an Authorization header. */
  readonly keysAtOtherHost: number;
}

export async function openBackend(run: FaultRun): Promise<Backend> {
  const sandbox = createSandbox({ requestsPerMinute: Number.MAX_SAFE_INTEGER, ...run.sandbox });
  const before = new Set(sandbox.customers.map(({ id }) => id));
  const strangers = new Map<number, StrangerKind>();
  const moments = createMoments();
  const over = new AbortController();
  const otherHost = await openOtherHost();
  const counted = { creates: 0, searches: 0, repeats: 0, rateLimited: 0 };
  const resendGaps: number[] = [];
  let rateLimitedAt: number | undefined;
  let skippedMs = 0;
  const listener = run.address === 'sandbox' ? await listen(sandbox) : undefined;

  const made = () => sandbox.customers.filter(({ id }) => !before.has(id) && !strangers.has(id));
  const limits = createLimits({ run, strangers, isOurs: (id) => made().some((ours) => ours.id === id) });
  const index = createIndex(run, strangers);

  async function pass({ method, path, headers, body }: ProxyRequest) {
    // Which keys are valid is not the issue here: the sandbox accepts fewer than the kit may be given.
    const plain = new Headers([...headers]);
    plain.set('authorization', 'Bearer any-key');
    const init = { method, headers: plain, ...(method === 'GET' ? {} : { body: Buffer.from(body) }) };
    return toRawAnswer(await sandbox.fetch(new Request(`http://127.0.0.1${path}`, init)));
  }

  async function stranger(customer: Readonly<Record<string, unknown>>, kind: StrangerKind = 'other') {
    const headers = { authorization: 'Bearer another-program' };
    const body = JSON.stringify(customer);
    const response = await sandbox.fetch(
      new Request('http://127.0.0.1/v1/customers', { method: 'POST', headers, body }),
    );
    if (response.status === 201) strangers.set(((await response.json()) as { id: number }).id, kind);
  }

  function exchangeOf(request: ProxyRequest, connection: Connection): Exchange {
    const kind = kindOfRequest(request);
    const number = counted.creates;
    const madeBefore = made().length;
    let isPassed = false;
    const exchange: Exchange = {
      request,
      number,
      connection,
      moments,
      async store() {
        isPassed = true;
        const answer = await pass(request);
        if (kind === 'create') moments.happen('stored');
        if (kind !== 'search') return answer;
        const { shown, hidden, page } = index.search(answer);
        limits.onSearch({ request, shown, hidden, creates: counted.creates, skippedMs });
        return page;
      },
      repeat() {
        counted.repeats += 1;
        return pass(request);
      },
      stranger,
      wait: (milliseconds) => waitFor(milliseconds, over.signal),
      otherHost: otherHost.baseUrl,
      here: baseUrl,
      async answer(answer) {
        if (kind === 'search' && !isPassed) limits.onFailedSearch();
        if (kind === 'create') {
          limits.onAnswer(request, answer.status, made().length > madeBefore);
          if (answer.status === 429) {
            counted.rateLimited += 1;
            rateLimitedAt = performance.now();
          }
        }
        // Only what happens to a create is a moment of the answer.
        await writeAnswer(kind === 'search' ? { connection, moments: createMoments() } : exchange, answer);
      },
    };
    return exchange;
  }

  async function respond(request: ProxyRequest, connection: Connection): Promise<void> {
    const exchange = exchangeOf(request, connection);
    const kind = kindOfRequest(request);
    if (kind === 'create') {
      moments.happen('create-arrived');
      if (run.onCreate) return run.onCreate(exchange);
    } else if (kind === 'search') {
      const when = counted.creates > 0 ? 'after' : 'before';
      counted.searches += 1;
      moments.happen('search-arrived');
      if (run.onSearch) return run.onSearch(exchange, when);
    }
    await exchange.answer(await exchange.store());
  }

  const proxy: ProxyServer | undefined = listener
    ? undefined
    : await openProxy(
        {
          onConnection: (connection) => run.onConnection?.(connection, counted.searches > 0) ?? false,
          onHead(head, connection) {
            if (kindOfRequest(head) !== 'create') return false;
            counted.creates += 1;
            if (rateLimitedAt !== undefined) resendGaps.push(performance.now() - rateLimitedAt);
            rateLimitedAt = undefined;
            moments.happen('create-begun');
            return run.onCreateHead?.(connection) ?? false;
          },
          onRequest: (request, connection) =>
            void respond(request, connection).catch((error) => crash(error)),
        },
        run.tls && tlsOptions(run.tls),
      );
  let internalError: unknown;
  const crash = (error: unknown) => {
    internalError = error;
  };
  const own = `${run.tls || run.address === 'plain-as-tls' ? 'https' : 'http'}://127.0.0.1:${proxy?.port}/v1`;
  const baseUrl = listener?.baseUrl ?? (run.address === 'closed-port' ? closedPort : own);

  const arrivedCreates = () =>
    sandbox.requests.filter((request) => kindOfRequest(request) === 'create').length;
  return {
    baseUrl,
    sandbox,
    moments,
    truth() {
      if (internalError !== undefined) throw internalError;
      const isRateLimiting = run.sandbox?.scenario?.startsWith('rate-limited') === true;
      return {
        creates: listener ? arrivedCreates() : counted.creates,
        rateLimited: isRateLimiting ? arrivedCreates() : counted.rateLimited,
        made: made(),
        resendGaps: [...resendGaps],
        proxyRepeated: counted.repeats > 0,
        limits: limits.names(),
        otherHost: otherHost.requests.length,
        keysAtOtherHost: otherHost.requests.filter(({ hasKey }) => hasKey).length,
      };
    },
    now: () => (run.clock ?? Date.now)() + skippedMs,
    skip(minutes) {
      skippedMs += minutes * 60_000;
    },
    async [Symbol.asyncDispose]() {
      over.abort();
      await Promise.all([close(proxy), close(listener), close(otherHost)]);
    },
  };
}

async function close(server: ProxyServer | OtherHost | AsyncDisposable | undefined): Promise<void> {
  await server?.[Symbol.asyncDispose]();
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
