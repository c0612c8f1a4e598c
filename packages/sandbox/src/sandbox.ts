import { createApp } from './app.ts';
import { createRateLimiter, type SandboxContext, type SandboxRequest } from './context.ts';
import { requireScenario, type ScenarioName } from './scenarios/scenarios.ts';
import type { StoredCustomer, StoredCustomerInit } from './store/customer.ts';
import { createCustomerStore } from './store/customer-store.ts';

export interface SandboxOptions {
  /** Played for every request without an `x-sandbox-scenario` header. */
  readonly scenario?: ScenarioName;
  /** The only accepted key. Without it every plausible one is accepted. */
  readonly apiKey?: string;
  /** The clock, in milliseconds since 1970; the rate limit uses it. Default `Date.now`. */
  readonly now?: () => number;
  /** Customers that exist from the start. */
  readonly customers?: readonly StoredCustomerInit[];
  /** The delay of the scenario `slow`. Default 40,000: longer than the kit's own 30 seconds. */
  readonly slowMilliseconds?: number;
  /** Default 120, as documented. */
  readonly requestsPerMinute?: number;
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
  /** From now on; undefined for the documented behavior. @throws RangeError for an unknown name */
  useScenario(name: ScenarioName | undefined): void;
  /** Restores customers, requests, rate limit and scenario to what the options say. */
  reset(): void;
}

/** A local HelpCrunch. Nothing leaves the process, and two sandboxes share nothing. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const now = options.now ?? Date.now;
  const initialScenario = requireScenario(options.scenario);
  const context: SandboxContext = {
    store: createCustomerStore(options.customers ?? []),
    requests: [],
    rateLimiter: createRateLimiter(options.requestsPerMinute ?? 120, now),
    now,
    apiKey: options.apiKey,
    slowMilliseconds: options.slowMilliseconds ?? 40_000,
    scenario: initialScenario,
  };
  const app = createApp(context);

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      return await app.fetch(request);
    },
    customers: context.store.all,
    requests: context.requests,
    useScenario(name) {
      context.scenario = requireScenario(name);
    },
    reset() {
      context.store.reset();
      context.requests.length = 0;
      context.rateLimiter.reset();
      context.scenario = initialScenario;
    },
  };
}
