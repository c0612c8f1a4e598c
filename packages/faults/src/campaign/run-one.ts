import type { Caller, Told } from '../callers/caller.ts';
import { callers } from '../callers/callers.ts';
import { judge, type Wrong } from '../judge/judge.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { findKey } from '../secrets/find-key.ts';
import type { Truth } from '../world/truth.ts';
import { openWorld } from '../world/world.ts';

/** A run that was judged; without `told` it never came to an end, or threw. */
export interface JudgedRun {
  readonly plan: RunPlan;
  readonly told?: Told;
  readonly truth?: Truth;
  readonly wrong: readonly Wrong[];
}

/** No run takes longer unless something hangs, in milliseconds. */
const longest = 180_000;

/** Plays one run and judges it. Another caller than the planned one can be tried, to see whether a liar is caught. */
export async function runOne(plan: RunPlan, caller: Caller = callers[plan.caller]): Promise<JudgedRun> {
  const { play, draft, key, random } = plan;
  await using world = await openWorld(play);
  try {
    const told = await inTime(caller({ world, play, draft, key, random }));
    const truth = world.truth();
    const keyPlaces = findKey(key, told.artefacts);
    return { plan, told, truth, wrong: judge({ truth, told, play, keyPlaces }) };
  } catch (error) {
    const how = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { plan, wrong: [{ rule: 'it comes to an end', how }] };
  }
}

async function inTime<Result>(result: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`it hangs: nothing after ${longest} ms`)), longest);
  return Promise.race([result, promise]).finally(() => clearTimeout(timer));
}
