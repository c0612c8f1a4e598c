/** Notices a mistake of our own that nothing caught, in time to leave in good order. */
export interface WatchedCrashes {
  /** Aborted by the first one. */
  readonly signal: AbortSignal;
  /** What was thrown, as text; `undefined` as long as all is well. */
  readonly crash: string | undefined;
  /** Takes a mistake that was caught on its way, as one that nothing caught. */
  take(error: unknown): void;
  stop(): void;
}

/** A second mistake, on the way out, ends the program as Node does. */
export function watchCrashes(process: NodeJS.Process): WatchedCrashes {
  const controller = new AbortController();
  let crash: string | undefined;
  const onCrash = (error: unknown) => {
    crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.off('uncaughtException', onCrash);
    controller.abort();
  };
  process.on('uncaughtException', onCrash);
  return {
    signal: controller.signal,
    get crash() {
      return crash;
    },
    take: onCrash,
    stop: () => process.off('uncaughtException', onCrash),
  };
}
