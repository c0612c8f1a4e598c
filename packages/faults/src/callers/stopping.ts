import type { FaultPlay } from '../faults/fault.ts';
import type { World } from '../world/world.ts';

/** A moment that has not come by then never will, in milliseconds. */
const patience = 2000;

/** Resolves when the person gives up, or the system ends the program, as the fault says; never when it says nothing. */
export async function stopTime({ moments }: World, { stop }: FaultPlay): Promise<void> {
  if (!stop) return new Promise(() => {});
  await Promise.race([moments.after(stop.after), new Promise((done) => setTimeout(done, patience).unref())]);
  await new Promise((done) => setTimeout(done, stop.later));
}
