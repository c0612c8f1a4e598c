import { createApp } from './app.ts';
import { requireScenario, type ScenarioName } from './scenarios/scenario-list.ts';
import { createCustomerStore } from './store/customer-store.ts';
import type { StoredCustomer, StoredCustomerInit } from './store/stored-customer.ts';
import { createRateWindow } from './world/rate-window.ts';
import type { SandboxRequest, World } from './world/world.ts';

export interface SandboxOptions {
  /** Played for every request that names no other in its `x-sandbox-scenario` header. */
  readonly scenario?: ScenarioName;
  /** The only right key. Without it every plausible one is right. */
  readonly apiKey?: string;
  /** The clock, in milliseconds since 1970; the rate limit goes by it. Default `Date.now`. */
  readonly now?: () => number;
  /** Customers there from the beginning. */
  readonly customers?: readonly StoredCustomerInit[];
  /** How long the scenario `slow` waits. Default 40,000: over the kit's own 30 seconds. */
  readonly slowMilliseconds?: number;
  /** Default 120, as documented. */
  readonly requestsPerMinute?: number;
}

export interface Sandbox {
  /**
   * Answers a request as HelpCrunch's documentation says, or as the scenario says.
   *
   * @throws TypeError where a real fetch would throw one: the connection was lost (a body can end so too).
   * @throws the signal's reason once the request was aborted.
   * It does not follow redirects and ignores the request's host.
   */
  fetch(request: Request): Promise<Response>;
  /** The truth, to compare with what a client claims. A live list, in order of creation. */
  readonly customers: readonly StoredCustomer[];
  /** Everything that arrived, in order, also what was then met by a fault. A live list. */
  readonly requests: readonly SandboxRequest[];
  /** From now on; undefined for the documented behaviour. @throws RangeError for a name there is not. */
  useScenario(name: ScenarioName | undefined): void;
  /** Back to the first moment: customers, requests, rate limit and scenario as the options said. */
  reset(): void;
}

/** A local HelpCrunch. Nothing leaves the process, and two sandboxes know nothing of one another. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const now = options.now ?? Date.now;
  const firstScenario = requireScenario(options.scenario);
  const world: World = {
    store: createCustomerStore(options.customers ?? []),
    requests: [],
    rate: createRateWindow(options.requestsPerMinute ?? 120, now),
    now,
    apiKey: options.apiKey,
    slowMilliseconds: options.slowMilliseconds ?? 40_000,
    scenario: firstScenario,
  };
  const app = createApp(world);

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      return await app.fetch(request);
    },
    customers: world.store.all,
    requests: world.requests,
    useScenario(name) {
      world.scenario = requireScenario(name);
    },
    reset() {
      world.store.reset();
      world.requests.length = 0;
      world.rate.reset();
      world.scenario = firstScenario;
    },
  };
}
