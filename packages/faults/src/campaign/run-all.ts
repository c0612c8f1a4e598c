import type { CallerName } from '../callers/caller-name.ts';
import { makePlan, type RunPlan } from '../plan/run-plan.ts';
import { type JudgedRun, runOne } from './run-one.ts';

export interface Campaign {
  readonly seed: number;
  /** The numbers of the runs, in order. */
  readonly numbers: Iterable<number>;
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
  await Promise.all(
    lanes.map(({ width, callers }) => {
      const waiting = plansOf(seed, numbers, callers);
      return Promise.all(Array.from({ length: width }, () => work(waiting, onRun, signal)));
    }),
  );
}

/** Made up one by one: some hold megabytes. */
function* plansOf(
  seed: number,
  numbers: Iterable<number>,
  callers: readonly CallerName[],
): Generator<RunPlan> {
  for (const number of numbers) {
    const plan = makePlan(seed, number);
    if (callers.includes(plan.caller)) yield plan;
  }
}

/** All workers of a lane take from the same list. */
async function work(
  waiting: Iterator<RunPlan>,
  onRun: (run: JudgedRun) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const next = waiting.next();
    if (next.done) return;
    onRun(await runOne(next.value));
  }
}
