import { setTimeout } from 'node:timers/promises';

/** The only time limit of the suite, in milliseconds. It ends what hangs and says nothing about how fast anything is. */
export const hangGuardMs = 60_000;

/** Ends a wait that Playwright does not guard. @throws an error with the message when the event does not come. */
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
