/**
 * The promise, given up as soon as the signal aborts: a `fetch` or a stream from elsewhere may ignore it.
 *
 * @throws the signal's reason, and whatever the promise rejects with.
 */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
