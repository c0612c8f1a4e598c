import { performance } from 'node:perf_hooks';

/** Milliseconds of the middle run, and of the one that 95 of 100 stay below. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** Runs that do not count: code is compiled while it runs. */
export const warmUps = 30;

/** Runs something so many times, after those that do not count. */
export async function measure(runs: number, run: (index: number) => unknown): Promise<Percentiles> {
  const times: number[] = [];
  for (let index = 0; index < runs + warmUps; index += 1) {
    const start = performance.now();
    await run(index);
    if (index >= warmUps) times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export function shown({ p50, p95 }: Percentiles): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}
