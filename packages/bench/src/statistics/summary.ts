/** What many measurements come to. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** Sums measurements up; of an even number the median is the mean of the two in the middle, p95 is the nearest rank. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((one, other) => one - other);
  const { length: n } = sorted;
  if (n === 0) throw new Error('Nothing was measured.');
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = Math.floor(n / 2);
  return {
    n,
    min: at(0),
    median: n % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2,
    p95: at(Math.ceil(n * 0.95) - 1),
    max: at(n - 1),
  };
}

/** Sums up what each round's measurement is of the other's in the same round. */
export function summarizeRatios(ours: readonly number[], theirs: readonly number[]): Summary {
  if (ours.length !== theirs.length) throw new Error('Pairs need as many of one as of the other.');
  return summarize(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
