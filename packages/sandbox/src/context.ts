import type { SandboxClock } from './clock.ts';
import type { Scenario } from './scenarios/scenario.ts';
import type { ScenarioName } from './scenarios/scenarios.ts';
import type { CustomerStore } from './store/customer-store.ts';

/** A request that arrived, with any outcome; browser preflights are not recorded. Kept in memory only. */
export interface SandboxRequest {
  readonly method: string;
  /** With the query, without the host: `/v1/customers`. */
  readonly path: string;
  /** Names in lowercase. The API key is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; only the beginning of a body over 1 MB. */
  readonly body: string;
  /** From the request's own header, else the sandbox's, else its faults; it may not apply to this request. */
  readonly scenario: ScenarioName | undefined;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
}

/** Chooses the scenario of each request. */
export type ChooseScenario = (request: Omit<SandboxRequest, 'scenario'>) => ScenarioName | undefined;

/** The state of one sandbox; every middleware and route gets it. */
export interface SandboxContext {
  readonly store: CustomerStore;
  /** Names these customers: a client that remembers what it sent knows whether it sent it here. */
  readonly instance: string;
  readonly requests: SandboxRequest[];
  readonly rateLimiter: RateLimiter;
  readonly clock: SandboxClock;
  /** True for a clock that does not show the real time. */
  readonly hasOwnTime: boolean;
  /** The only accepted key; undefined accepts every plausible one. */
  readonly apiKey: string | undefined;
  readonly slowMilliseconds: number;
  /** A search with more filters is refused. */
  readonly maxSearchFilters: number;
  scenario: Scenario<ScenarioName> | undefined;
  chooseFault: ChooseScenario;
}

/** Counts requests over the last 60 seconds. The limit is documented, the sliding window our choice. */
export interface RateLimiter {
  /** Counts one request; false over the limit. A refused request does not count: our choice. */
  admit(): boolean;
  reset(): void;
}

const windowMs = 60_000;

/** @param now milliseconds since 1970 */
export function createRateLimiter(requestsPerMinute: number, now: () => number): RateLimiter {
  const admitted: number[] = [];
  return {
    admit() {
      const time = now();
      while (admitted[0] !== undefined && admitted[0] <= time - windowMs) {
        admitted.shift();
      }
      if (admitted.length >= requestsPerMinute) {
        return false;
      }
      admitted.push(time);
      return true;
    },
    reset() {
      admitted.length = 0;
    },
  };
}

/**
 * The most requests in any 60 seconds, refused ones included. Both ends of the minute count: a request exactly 60
 * seconds after another is in the same window.
 */
export function busiestMinute(requests: readonly SandboxRequest[]): number {
  let most = 0;
  let first = 0;
  for (const [last, { at }] of requests.entries()) {
    while ((requests[first]?.at ?? at) < at - windowMs) {
      first += 1;
    }
    most = Math.max(most, last - first + 1);
  }
  return most;
}
