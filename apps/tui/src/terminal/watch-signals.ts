const watched = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

export type EndingSignal = (typeof watched)[number];

export interface WatchedSignals {
  /** Aborted by the first signal that asks the program to end. */
  readonly signal: AbortSignal;
  /** Aborted by a later Ctrl+C, where it does not end the program. */
  readonly secondInterrupt: AbortSignal;
  readonly received: EndingSignal | undefined;
}

/**
 * Turns the system's wish to end the program into an abort; the second one ends it on the spot, as is usual, unless the
 * program finishes on its own even then.
 */
export function watchSignals(
  process: Pick<NodeJS.Process, 'on' | 'off'>,
  finishesAlways = false,
): WatchedSignals {
  const [first, second] = [new AbortController(), new AbortController()];
  let received: EndingSignal | undefined;
  for (const name of watched) {
    const onSignal = () => {
      if (received === undefined) received = name;
      else if (name === 'SIGINT') second.abort();
      first.abort();
      // Not `once`: another listener, such as Ink's exit hook, would then be the only one and end the program at once.
      if (!finishesAlways || name !== 'SIGINT') setImmediate(() => process.off(name, onSignal));
    };
    process.on(name, onSignal);
  }
  return {
    signal: first.signal,
    secondInterrupt: second.signal,
    get received() {
      return received;
    },
  };
}
