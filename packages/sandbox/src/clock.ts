import { wait } from './network-faults.ts';

/** The sandbox's time. A client under test uses the same clock, so that both agree on a minute. */
export interface SandboxClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted. */
  wait(delayMs: number, signal: AbortSignal): Promise<void>;
}

/**
 * A clock that runs `speed` times as fast as real time: at 1,000 a minute takes 60 ms.
 *
 * @param now the real time in milliseconds, at 1,000 with fractions: a millisecond is a whole second then
 */
export function createClock(speed: number, now: () => number = defaultNow(speed)): SandboxClock {
  const start = now();
  return {
    now: speed === 1 ? now : () => start + (now() - start) * speed,
    wait: (delayMs, signal) => wait(delayMs / speed, signal),
  };
}

function defaultNow(speed: number): () => number {
  return speed === 1 ? Date.now : () => performance.timeOrigin + performance.now();
}
