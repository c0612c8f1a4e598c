import type { Bar, Unit } from './bar.ts';

/** A bar that the median has to stay at or below. */
export function atMost(figure: string, title: string, unit: Unit, value: number, stretch?: number): Bar {
  const limit = { kind: 'at-most', value, ...(stretch === undefined ? {} : { stretch }) } as const;
  return { figure, title, unit, statistic: 'median', limits: [limit] };
}

/** A bar that 95 of 100 runs have to stay at or below. */
export function p95AtMost(figure: string, title: string, unit: Unit, value: number, stretch?: number): Bar {
  return { ...atMost(figure, title, unit, value, stretch), statistic: 'p95' };
}

/** A count that has to be just so, at p95 as well. */
export function exactly(figure: string, title: string, value: number): Bar {
  return { figure, title, unit: '', statistic: 'p95', limits: [{ kind: 'exactly', value }] };
}

/** A line that only informs. */
export function informs(figure: string, title: string, unit: Unit): Bar {
  return { figure, title, unit, statistic: 'median', limits: [] };
}
