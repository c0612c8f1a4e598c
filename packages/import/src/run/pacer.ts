import type { Pause } from '@helpcrunch-customer-kit/core';

/** HelpCrunch's documented limit is 120 requests a minute, shared with every other integration of the account. */
export const [defaultRate, maxRate] = [100, 119];

export interface Pacer {
  /** Waits until the next request may start. Rejects when it is aborted; by `stop`, only while nothing may start at all. */
  pace(signal: AbortSignal | undefined, stop?: AbortSignal): Promise<void>;
  /** No request starts for so many milliseconds. */
  hold(milliseconds: number): void;
  /** How many requests were started. */
  readonly requests: number;
  /** Milliseconds between two requests. */
  readonly interval: number;
}

export interface PacerOptions {
  /** Requests a minute. */
  readonly rate: number;
  /** A clock in milliseconds that is never set back. */
  readonly clock: () => number;
  readonly pause: Pause;
}

/** Requests may arrive this much closer to each other than they left, in milliseconds a minute. */
const jitter = 500;

/**
 * Spaces requests evenly, so that no 60 seconds see more than `rate` of them, wherever they begin. The first one waits
 * for one interval: a run that is continued at once does not add to the last requests of the one before.
 */
export function createPacer({ rate, clock, pause }: PacerOptions): Pacer {
  const interval = (60_000 + jitter) / rate;
  let next = clock() + interval;
  let heldUntil = 0;
  let requests = 0;
  return {
    interval,
    get requests() {
      return requests;
    },
    async pace(signal, stop) {
      for (;;) {
        const isHeld = heldUntil > next;
        signal?.throwIfAborted();
        if (isHeld) stop?.throwIfAborted();
        const at = Math.max(next, heldUntil);
        const wait = at - clock();
        if (wait <= 0) {
          next = Math.max(next, clock()) + interval;
          requests += 1;
          return;
        }
        await pause(wait, isHeld ? (stop ?? signal) : signal);
      }
    },
    hold(milliseconds) {
      heldUntil = Math.max(heldUntil, clock() + milliseconds);
    },
  };
}
