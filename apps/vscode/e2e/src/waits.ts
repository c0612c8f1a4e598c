import { setTimeout } from 'node:timers/promises';
import { errors, type Locator } from 'playwright-core';

/** The only time limit of the suite, in milliseconds. It ends what hangs; it does not test speed. */
export const hangGuardMs = 60_000;

/** Limits a wait that Playwright does not limit. @throws an error with the message when the event does not come. */
export async function guarded(event: Promise<void>, message: string): Promise<void> {
  const guard = new AbortController();
  const hanging = setTimeout(hangGuardMs, undefined, { signal: guard.signal }).then(() => {
    throw new Error(message);
  });
  try {
    await Promise.race([event, hanging]);
  } finally {
    guard.abort();
  }
}

/** What something returns once it returns anything, asked again and again. @throws an error with the message. */
export async function until<Result>(
  read: () => Promise<Result | undefined> | Result | undefined,
  message: () => string,
): Promise<Result> {
  const deadline = Date.now() + hangGuardMs;
  while (Date.now() < deadline) {
    const result = await read();
    if (result !== undefined) return result;
    await setTimeout(100);
  }
  throw new Error(message());
}

const firstWaitMs = 1000;

/**
 * Repeats an action until its effect shows: the editor silently drops some requests that come too early. Each wait is twice as
 * long as the one before, so that a slow machine gets the time it needs.
 *
 * @throws TimeoutError once all waits together reach the hang guard.
 */
export async function retryUntil(
  effect: Locator,
  state: 'visible' | 'detached',
  act: () => Promise<void>,
): Promise<void> {
  for (let waitMs = firstWaitMs; ; waitMs *= 2) {
    await act();
    try {
      await effect.waitFor({ state, timeout: waitMs });
      return;
    } catch (error) {
      const isLast = waitMs * 2 > hangGuardMs;
      if (isLast || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}
