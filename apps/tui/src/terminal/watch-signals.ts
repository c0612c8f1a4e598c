const watched = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

export type EndingSignal = (typeof watched)[number];

export interface WatchedSignals {
  /** Aborted by the first signal that asks the program to end. */
  readonly signal: AbortSignal;
  readonly received: EndingSignal | undefined;
}

/** Turns the system's wish to end the program into an abort; the second one ends it on the spot, as is usual. */
export function watchSignals(process: NodeJS.Process): WatchedSignals {
  const controller = new AbortController();
  let received: EndingSignal | undefined;
  for (const name of watched) {
    const onSignal = () => {
      received ??= name;
      controller.abort();
      // Not `once`: another listener, such as Ink's exit hook, would then be the only one and end the program at once.
      setImmediate(() => process.off(name, onSignal));
    };
    process.on(name, onSignal);
  }
  return {
    signal: controller.signal,
    get received() {
      return received;
    },
  };
}
