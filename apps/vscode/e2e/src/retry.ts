import { errors, type Locator } from 'playwright-core';
import { hangGuardMs } from './hang-guard.ts';

const firstWaitMs = 1000;

/**
 * Repeats an action until its effect shows. The editor silently drops some requests that come too early, and a user then
 * tries again. Each wait is twice as long as the one before, so that a slow machine gets the time it needs.
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
