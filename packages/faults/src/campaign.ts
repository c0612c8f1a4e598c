import { openBackend, type Truth } from './backend/backend.ts';
import { cli } from './drivers/cli.ts';
import { core } from './drivers/core.ts';
import type { Driver, Report } from './drivers/driver.ts';
import { extension } from './drivers/extension.ts';
import { wizard } from './drivers/wizard.ts';
import type { DriverName } from './faults/fault.ts';
import { makePlan, type RunPlan } from './plan.ts';
import { findKey } from './secrets.ts';
import { type Verdict, validateRun } from './validate-run.ts';

const drivers: Readonly<Record<DriverName, Driver>> = { core, extension, cli, wizard };

export interface Campaign {
  readonly seed: number;
  /** The numbers of the runs, in order. */
  readonly numbers: Iterable<number>;
  readonly onRun: (run: ValidatedRun) => void;
  /** Aborted to stop after the runs that are under way. */
  readonly signal: AbortSignal;
}

/** Calls wait for each other's sockets, so many can run at once; programs need the processor for themselves. */
const lanes: readonly { readonly width: number; readonly drivers: readonly DriverName[] }[] = [
  { width: 16, drivers: ['core', 'extension'] },
  { width: 3, drivers: ['cli', 'wizard'] },
];

/** Runs every plan, several at once: each has a backend of its own. */
export async function runAll({ seed, numbers, onRun, signal }: Campaign): Promise<void> {
  await Promise.all(
    lanes.map((lane) => {
      const waiting = plansOf(seed, numbers, lane.drivers);
      return Promise.all(Array.from({ length: lane.width }, () => work(waiting, onRun, signal)));
    }),
  );
}

/** Made one by one: some hold megabytes. */
function* plansOf(seed: number, numbers: Iterable<number>, names: readonly DriverName[]): Generator<RunPlan> {
  for (const number of numbers) {
    const plan = makePlan(seed, number);
    if (names.includes(plan.driver)) yield plan;
  }
}

/** All workers of a lane take from the same list. */
async function work(
  waiting: Iterator<RunPlan>,
  onRun: (run: ValidatedRun) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const next = waiting.next();
    if (next.done) return;
    onRun(await runOne(next.value));
  }
}

/** A run that was validated; without a report it never ended, or threw. */
export interface ValidatedRun extends Verdict {
  readonly plan: RunPlan;
  readonly report?: Report;
  readonly truth?: Truth;
}

/** No run takes longer unless something hangs, in milliseconds. */
const maxRunMs = 180_000;

/** Runs and validates one plan. Tests pass another driver, to see whether a lie is caught. */
export async function runOne(plan: RunPlan, driver: Driver = drivers[plan.driver]): Promise<ValidatedRun> {
  const { run, draft, key, random } = plan;
  await using backend = await openBackend(run);
  try {
    const report = await inTime(driver({ backend, run, draft, key, random }));
    const truth = backend.truth();
    const keyPlaces = findKey(key, report.artifacts);
    return { plan, report, truth, ...validateRun({ truth, report, run, keyPlaces }) };
  } catch (error) {
    const how = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { plan, wrong: [{ rule: 'it comes to an end', how }], excused: [] };
  }
}

async function inTime<Result>(result: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it hangs: nothing after ${maxRunMs} ms`)), maxRunMs);
  return Promise.race([result, promise]).finally(() => clearTimeout(timer));
}
