import { createApp } from './app.ts';
import { createClock, type SandboxClock } from './clock.ts';
import { busiestMinute, createRateLimiter, type SandboxContext, type SandboxRequest } from './context.ts';
import { requireScenario, type ScenarioName } from './scenarios/scenarios.ts';
import { createSeededFaults, type FaultOptions } from './seeded-faults.ts';
import type { StoredCustomer, StoredCustomerInit } from './store/customer.ts';
import { createCustomerStore, type StoreChange } from './store/customer-store.ts';
import { createWebhookSender, type WebhookOptions } from './webhooks.ts';

/** Keeps customers beyond the life of a sandbox. */
export interface SandboxStorage {
  /** The changes of earlier sandboxes, in order. */
  readonly changes: readonly StoreChange[];
  /** Called before the response of the change is sent. */
  append(change: StoreChange): void;
  /** The same for as long as the customers are kept. */
  readonly id: string;
  close(): void;
}

export interface SandboxOptions {
  /** Played for every request without an `x-sandbox-scenario` header. */
  readonly scenario?: ScenarioName;
  /** The only accepted key. Without it every plausible one is accepted. */
  readonly apiKey?: string;
  /** Faults by seed, for requests without a scenario. */
  readonly faults?: FaultOptions;
  /** The real time, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** The sandbox's time runs that many times as fast as the real one: rate limit, waits and dates. Default 1. */
  readonly speed?: number;
  /** Customers that exist from the start. */
  readonly customers?: readonly StoredCustomerInit[];
  /** The delay of the scenario `slow`. Default 40,000: longer than the kit's own 30 seconds. */
  readonly slowMilliseconds?: number;
  /** Default 120, as documented. */
  readonly requestsPerMinute?: number;
  /** A search with more filters is refused with 400. Default: no limit, since none is known. */
  readonly maxSearchFilters?: number;
  /** Receives a `customer.new` event for every new customer. */
  readonly webhook?: WebhookOptions;
  readonly storage?: SandboxStorage;
}

export interface Sandbox {
  /**
   * Answers a request as HelpCrunch's documentation says, or as the scenario says. It does not follow redirects and
   * ignores the request's host.
   *
   * @throws TypeError where a real fetch would: the connection was lost (reading the body can throw it too).
   * @throws the signal's reason once the request was aborted.
   */
  fetch(request: Request): Promise<Response>;
  /** The truth, to compare with what a client reports. A live list, in order of creation. */
  readonly customers: readonly StoredCustomer[];
  /** Every request that arrived, in order, including those that then met a fault. A live list. */
  readonly requests: readonly SandboxRequest[];
  /** The sandbox's time. */
  readonly clock: SandboxClock;
  /** The most requests in any 60 seconds of the sandbox's time, refused ones included. */
  busiestMinute(): number;
  /** From now on; undefined for the documented behavior. @throws RangeError for an unknown name */
  useScenario(name: ScenarioName | undefined): void;
  /** Restores customers, requests, rate limit, scenario and faults to what the options say. */
  reset(): void;
  /** Cancels webhook deliveries and closes the storage. */
  close(): void;
}

/** A local HelpCrunch. Nothing leaves the process, and two sandboxes share nothing. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { speed = 1, storage, webhook } = options;
  const clock = createClock(speed, options.now);
  const initialScenario = requireScenario(options.scenario);
  const webhooks = webhook && createWebhookSender(webhook, clock);
  const chooseFault = () => (options.faults ? createSeededFaults(options.faults) : () => undefined);
  let instance = storage?.id;
  const context: SandboxContext = {
    store: createCustomerStore({
      initial: options.customers ?? [],
      saved: storage?.changes ?? [],
      now: clock.now,
      onChange(change) {
        storage?.append(change);
        if (change.type === 'created') {
          webhooks?.send(change.customer);
        }
      },
    }),
    requests: [],
    rateLimiter: createRateLimiter(options.requestsPerMinute ?? 120, clock.now),
    clock,
    hasOwnTime: speed !== 1,
    apiKey: options.apiKey,
    slowMilliseconds: options.slowMilliseconds ?? 40_000,
    maxSearchFilters: options.maxSearchFilters ?? Number.POSITIVE_INFINITY,
    scenario: initialScenario,
    chooseFault: chooseFault(),
    // Only who asks for it needs it, and Node's `crypto` takes milliseconds to load.
    get instance() {
      instance ??= crypto.randomUUID();
      return instance;
    },
  };
  const app = createApp(context);

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      return await app.fetch(request);
    },
    customers: context.store.all,
    requests: context.requests,
    clock,
    busiestMinute: () => busiestMinute(context.requests),
    useScenario(name) {
      context.scenario = requireScenario(name);
    },
    reset() {
      context.store.reset();
      context.requests.length = 0;
      context.rateLimiter.reset();
      context.scenario = initialScenario;
      context.chooseFault = chooseFault();
      webhooks?.cancel();
    },
    close() {
      webhooks?.cancel();
      storage?.close();
    },
  };
}
