import { type Figure, ours } from './results.ts';

type Unit = 'ms' | 'bytes' | 'kB' | 'MB' | '';

/** What has to hold for the kit's own figure, or for its ratio to another program. */
type Limit =
  | { readonly kind: 'at-most'; readonly value: number }
  | { readonly kind: 'exactly'; readonly value: number }
  | { readonly kind: 'ratio-at-most'; readonly value: number; readonly peer: string };

/** One row of the table. */
export interface Budget {
  /** The figure's id in the results. */
  readonly figure: string;
  readonly title: string;
  readonly unit: Unit;
  /** Which number of many measurements is shown and compared. */
  readonly statistic: 'median' | 'p95';
  /** None for a figure that is only shown. */
  readonly limits: readonly Limit[];
}

/** The figures that one part of the benchmark measured, by their ids. */
export type Measured = Record<string, Figure>;

/** Budgets that are measured together, under a name that `pnpm bench` takes. */
export interface Part {
  readonly name: string;
  readonly title: string;
  readonly budgets: readonly Budget[];
  readonly measure: () => Promise<Measured>;
}

/** The other program of the benchmark, for what starts. */
export const bareNode = 'bare Node';

type BudgetInit = Pick<Budget, 'figure' | 'title' | 'unit'> & { readonly statistic?: 'p95' };

export function atMost(value: number): Limit {
  return { kind: 'at-most', value };
}

export function exactly(value: number): Limit {
  return { kind: 'exactly', value };
}

export function times(value: number, peer: string): Limit {
  return { kind: 'ratio-at-most', value, peer };
}

/** A row of the table; the median is compared where nothing else is asked for. */
export function budget({ statistic, ...init }: BudgetInit, ...limits: readonly Limit[]): Budget {
  return { ...init, statistic: statistic ?? 'median', limits };
}

export type Verdict = 'met' | 'missed' | 'not measured' | 'no target';

export function verdictOf(budget: Budget, figure: Figure | undefined): Verdict {
  if (figure?.measured[ours] === undefined) return 'not measured';
  if (budget.limits.length === 0) return 'no target';
  const held = budget.limits.map((limit) => holds(limit, budget, figure));
  if (held.includes(false)) return 'missed';
  return held.includes(undefined) ? 'not measured' : 'met';
}

/** `undefined` when the program to compare with was not measured. */
function holds(limit: Limit, { statistic }: Budget, { measured, ratios }: Figure): boolean | undefined {
  const own = measured[ours];
  if (own === undefined) return undefined;
  switch (limit.kind) {
    case 'at-most':
      return own[statistic] <= limit.value;
    case 'exactly':
      return own.min === limit.value && own.max === limit.value;
    case 'ratio-at-most': {
      const ratio = ratios[limit.peer];
      return ratio && ratio.median <= limit.value;
    }
    default: {
      const unreachable: never = limit;
      return unreachable;
    }
  }
}

/** As people read it: `≤ 5 ms and ≤ 1× bare Node`. */
export function targetOf({ unit, limits }: Budget): string {
  return limits
    .map((limit) => {
      if (limit.kind === 'exactly') return formatNumber(limit.value, unit);
      return limit.kind === 'at-most'
        ? `≤ ${formatNumber(limit.value, unit)}`
        : `≤ ${limit.value}× ${limit.peer}`;
    })
    .join(' and ');
}

/** Three digits and the unit: `4.79 ms`, `245 ms`. */
export function formatNumber(value: number, unit: Unit): string {
  const digits = Number(value.toPrecision(3)).toLocaleString('en-US');
  return unit === '' ? digits : `${digits} ${unit === 'bytes' ? 'B' : unit}`;
}
