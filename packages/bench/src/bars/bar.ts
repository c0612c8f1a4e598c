import type { Figure } from '../results.ts';
import type { Summary } from '../statistics/summary.ts';

export type Unit = 'ms' | 'bytes' | 'kB' | 'MB' | 'customers/s' | '';

/** What has to hold: of the kit's own figure, or of its ratio to a peer. */
export type Limit =
  | { readonly kind: 'at-most'; readonly value: number; readonly stretch?: number }
  | { readonly kind: 'exactly'; readonly value: number }
  | { readonly kind: 'ratio-at-most'; readonly value: number; readonly peer: string };

/** One line of a table. */
export interface Bar {
  /** The figure's id in the results. */
  readonly figure: string;
  readonly title: string;
  readonly unit: Unit;
  /** Which number of many is shown and judged. */
  readonly statistic: 'median' | 'p95';
  /** None where nothing was promised: then the line only informs. */
  readonly limits: readonly Limit[];
}

/** Bars that are measured together, and the part of the benchmark that measures them. */
export interface BarGroup {
  readonly part: string;
  readonly title: string;
  readonly intro: string;
  readonly bars: readonly Bar[];
}

export type Verdict = 'met' | 'stretch' | 'missed' | 'informs' | 'not measured';

export function verdictOf(bar: Bar, figure: Figure | undefined, own: string): Verdict {
  const summary = figure?.measured[own];
  if (figure === undefined || summary === undefined) return 'not measured';
  if (bar.limits.length === 0) return 'informs';
  const value = summary[bar.statistic];
  if (!bar.limits.every((limit) => holds(limit, value, figure.ratios))) return 'missed';
  const isStretched = bar.limits.some((limit) => limit.kind === 'at-most' && value <= (limit.stretch ?? -1));
  return isStretched ? 'stretch' : 'met';
}

function holds(limit: Limit, value: number, ratios: Readonly<Record<string, Summary>>): boolean {
  switch (limit.kind) {
    case 'at-most':
      return value <= limit.value;
    case 'exactly':
      return value === limit.value;
    case 'ratio-at-most': {
      const ratio = ratios[limit.peer];
      return ratio !== undefined && ratio.median <= limit.value;
    }
    default: {
      const unreachable: never = limit;
      return unreachable;
    }
  }
}
