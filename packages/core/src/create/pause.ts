/** Settles after some milliseconds, or as soon as the signal aborts. Never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

/** The platform's timer as a pause. */
export const pauseFor: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
  });
