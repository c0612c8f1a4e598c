const minute = 60_000;

/** Counts requests over the last 60 seconds. The limit is documented, the sliding window our choice. */
export interface RateWindow {
  /** Takes one request in; false when the limit is reached. A refused one does not count: our choice. */
  admit(): boolean;
  reset(): void;
}

/** @param now milliseconds since 1970 */
export function createRateWindow(limit: number, now: () => number): RateWindow {
  const admitted: number[] = [];
  return {
    admit() {
      const time = now();
      while (admitted[0] !== undefined && admitted[0] <= time - minute) {
        admitted.shift();
      }
      if (admitted.length >= limit) {
        return false;
      }
      admitted.push(time);
      return true;
    },
    reset() {
      admitted.length = 0;
    },
  };
}
