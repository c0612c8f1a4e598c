import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { type Samples, type Summary, summarize, summarizeRatios } from './statistics.ts';

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
