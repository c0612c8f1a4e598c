import type { CallerName } from '../callers/caller.ts';
import { makePlan, type RunPlan } from '../plan/run-plan.ts';
import { type JudgedRun, runOne } from './run-one.ts';

export interface Campaign {
  readonly seed: number;
  /** The numbers of the runs, in order. */
  readonly numbers: readonly number[];
  readonly onRun: (run: JudgedRun) => void;
  /** Aborted to stop after the runs that are under way. */
  readonly signal: AbortSignal;
}

/** Calls wait for one another's sockets and may be many at once; programs want the processor for themselves. */
const lanes: readonly { readonly width: number; readonly callers: readonly CallerName[] }[] = [
  { width: 16, callers: ['core', 'extension'] },
  { width: 3, callers: ['cli', 'wizard'] },
];

/** Plays every run, several at once: each has a world of its own. */
export async function runAll({ seed, numbers, onRun, signal }: Campaign): Promise<void> {
  const plans = numbers.map((number) => makePlan(seed, number));
  await Promise.all(
    lanes.map(({ width, callers }) => {
      const waiting = plans.filter(({ caller }) => callers.includes(caller)).values();
      return Promise.all(Array.from({ length: width }, () => work(waiting, onRun, signal)));
    }),
  );
}

/** All workers of a lane take from the same list. */
async function work(waiting: Iterator<RunPlan>, onRun: (run: JudgedRun) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const next = waiting.next();
    if (next.done) return;
    onRun(await runOne(next.value));
  }
}
