import { createSandbox, type Sandbox } from '@helpcrunch-customer-kit/sandbox';
import { listen } from '@helpcrunch-customer-kit/sandbox/listen';
import type { FaultPlay } from '../faults/fault.ts';
import { type Front, openFront } from '../front/front.ts';
import { askedBy, type FrontRequest } from '../front/front-request.ts';
import type { Line } from '../front/line.ts';
import { toRawAnswer } from '../front/raw-answer.ts';
import { type Elsewhere, openElsewhere } from './elsewhere.ts';
import { type Exchange, writeAnswer } from './exchange.ts';
import { createMoments, type Moments } from './moments.ts';
import { tlsOptions } from './trusted.ts';
import type { Truth } from './truth.ts';

/** Nobody has ever listened there; a port that was free a moment ago may be another run's by now. */
const closedPort = 'http://127.0.0.1:2/v1';

/** All that stands on the other side of the wire in one run. */
export interface World extends AsyncDisposable {
  /** What the caller takes for HelpCrunch. */
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  readonly moments: Moments;
  truth(): Truth;
}

export async function openWorld(play: FaultPlay): Promise<World> {
  const sandbox = createSandbox({ requestsPerMinute: Number.MAX_SAFE_INTEGER, ...play.sandbox });
  const before = new Set(sandbox.customers.map(({ id }) => id));
  const strangers = new Set<number>();
  const moments = createMoments();
  const over = new AbortController();
  const elsewhere = await openElsewhere();
  const counted = { creates: 0, searches: 0, repeats: 0 };
  const listener = play.address === 'sandbox' ? await listen(sandbox) : undefined;

  /** Customers are told apart by who stood behind the request that made them. */
  async function hand(request: FrontRequest) {
    const { method, path, headers, body } = request;
    // Which keys are right is not at issue here: the sandbox takes fewer than the kit may be given.
    const plain = new Headers([...headers]);
    plain.set('authorization', 'Bearer any-key');
    const init = { method, headers: plain, ...(method === 'GET' ? {} : { body: Buffer.from(body) }) };
    return toRawAnswer(await sandbox.fetch(new Request(`http://127.0.0.1${path}`, init)));
  }

  async function stranger(customer: Readonly<Record<string, unknown>>): Promise<void> {
    const headers = { authorization: 'Bearer somebody-else' };
    const body = JSON.stringify(customer);
    const response = await sandbox.fetch(
      new Request('http://127.0.0.1/v1/customers', { method: 'POST', headers, body }),
    );
    if (response.status === 201) strangers.add(((await response.json()) as { id: number }).id);
  }

  function exchangeOf(request: FrontRequest, line: Line): Exchange {
    const isCreate = askedBy(request) === 'create';
    const exchange: Exchange = {
      request,
      line,
      moments,
      async store() {
        const answer = await hand(request);
        if (isCreate) moments.happen('stored');
        return answer;
      },
      repeat() {
        counted.repeats += 1;
        return hand(request);
      },
      stranger,
      wait: (milliseconds) => waitFor(milliseconds, over.signal),
      elsewhere: elsewhere.baseUrl,
      here: baseUrl,
      answer: (answer) => writeAnswer(exchange, answer),
    };
    return exchange;
  }

  async function respond(request: FrontRequest, line: Line): Promise<void> {
    const exchange = exchangeOf(request, line);
    const asked = askedBy(request);
    if (asked === 'create') {
      moments.happen('create-arrived');
      if (play.create) return play.create(exchange);
    } else if (asked === 'search') {
      const when = counted.creates > 0 ? 'after' : 'before';
      counted.searches += 1;
      moments.happen('search-arrived');
      if (play.search) return play.search(exchange, when);
    }
    // Only what happens to the create is a moment of the answer.
    const answer = await exchange.store();
    if (asked === 'create') return exchange.answer(answer);
    await writeAnswer({ line, moments: createMoments() }, answer);
  }

  const front: Front | undefined = listener
    ? undefined
    : await openFront(
        {
          onConnection: (line) => play.connection?.(line, counted.searches > 0) ?? false,
          onHead(head, line) {
            if (askedBy(head) !== 'create') return false;
            counted.creates += 1;
            moments.happen('create-begun');
            return play.createHead?.(line) ?? false;
          },
          onRequest: (request, line) => void respond(request, line).catch((error) => crash(error)),
        },
        play.tls && tlsOptions(play.tls),
      );
  let mistake: unknown;
  const crash = (error: unknown) => {
    mistake = error;
  };
  const own = `${play.tls || play.address === 'plain-as-tls' ? 'https' : 'http'}://127.0.0.1:${front?.port}/v1`;
  const baseUrl = listener?.baseUrl ?? (play.address === 'closed-port' ? closedPort : own);

  const arrivedCreates = () => sandbox.requests.filter((request) => askedBy(request) === 'create').length;
  return {
    baseUrl,
    sandbox,
    moments,
    truth() {
      if (mistake !== undefined) throw mistake;
      return {
        creates: listener ? arrivedCreates() : counted.creates,
        made: sandbox.customers.filter(({ id }) => !before.has(id) && !strangers.has(id)),
        frontRepeated: counted.repeats > 0,
        elsewhere: elsewhere.requests.length,
        keysElsewhere: elsewhere.requests.filter(({ hasKey }) => hasKey).length,
      };
    },
    async [Symbol.asyncDispose]() {
      over.abort();
      await Promise.all([close(front), close(listener), close(elsewhere)]);
    },
  };
}

async function close(server: Front | Elsewhere | AsyncDisposable | undefined): Promise<void> {
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
