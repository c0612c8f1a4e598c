import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What many measurements come to. */
export interface Summary {
  readonly n: number;
  readonly min: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** Summarizes measurements. The median of an even number is the mean of the middle two; p95 is the nearest rank. */
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

/** Summarizes the ratio of each round's measurement to the other's in the same round. */
export function summarizeRatios(ours: readonly number[], theirs: readonly number[]): Summary {
  if (ours.length !== theirs.length) throw new Error('Pairs need as many of one as of the other.');
  return summarize(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}

/** One measured thing, for the kit and for a bare Node beside it. */
export interface Figure {
  /** By program; the kit is `ours`. */
  readonly measured: Readonly<Record<string, Summary>>;
  /** The kit as a multiple of the other, round by round. */
  readonly ratios: Readonly<Record<string, Summary>>;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
}

/** Everything that the page is made from. */
export interface Results {
  /** The day, as `2026-05-01`. */
  readonly measuredOn: string;
  readonly machine: Machine;
  /** How many processes ran or waited for a core just before, as the system averages them over a minute. */
  readonly loadBefore: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** The name of the kit among the measured programs. */
export const ours = 'ours';

const file = fileURLToPath(new URL('../results.json', import.meta.url));

export function readResults(): Results {
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function writeResults(results: Results): void {
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
}

/** Summarizes what was measured, to four digits: more would only look exact. */
export function toFigure(samples: Samples): Figure {
  const own = samples[ours];
  if (own === undefined) throw new Error('The kit itself was not measured.');
  const peers = Object.entries(samples).filter(([name]) => name !== ours);
  return {
    measured: Object.fromEntries(
      Object.entries(samples).map(([name, values]) => [name, rounded(summarize(values))]),
    ),
    ratios: Object.fromEntries(
      peers
        .filter(([, values]) => values.length === own.length && values.every((value) => value > 0))
        .map(([name, values]) => [name, rounded(summarizeRatios(own, values))]),
    ),
  };
}

function rounded(summary: Summary): Summary {
  const digits = (value: number) => Number(value.toPrecision(4));
  const { n, min, median, p95, max } = summary;
  return { n, min: digits(min), median: digits(median), p95: digits(p95), max: digits(max) };
}

/** What several programs measured, one number a round each. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface RoundOptions {
  readonly rounds: number;
  /** Rounds that come first and do not count. */
  readonly warmUps?: number;
}

/**
 * Measures every program once a round, so that all of them meet the machine as it is at that moment. Which one goes
 * first changes from round to round.
 */
export async function takeRounds<Name extends string>(
  programs: Readonly<Record<Name, (round: number) => number | Promise<number>>>,
  { rounds, warmUps = 1 }: RoundOptions,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(programs) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUps; round < rounds; round += 1) {
    const first = (round + warmUps) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const value = await programs[name](round + warmUps);
      if (round >= 0) samples[name].push(value);
    }
  }
  return samples;
}
