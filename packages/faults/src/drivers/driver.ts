import type { Backend, Truth } from '../backend/backend.ts';
import type { LimitName } from '../backend/limits.ts';
import type { Draft, FaultRun } from '../faults/fault.ts';
import type { Random } from '../random.ts';
import type { Artifact } from '../secrets.ts';

export interface DriverContext {
  readonly backend: Backend;
  readonly run: FaultRun;
  readonly draft: Draft;
  /** The secret of this run. */
  readonly key: string;
  readonly random: Random;
}

/** `none`: ended before it could claim anything. */
export type Claim = 'yes' | 'no' | 'unknown' | 'none';

/** One request by a person to create a customer, and what the kit said about it. */
export interface Attempt {
  /** Before anyone looked again. */
  readonly first: Claim;
  /** The last claim. */
  readonly last: Claim;
  /** The outcome's name, or how a program ended. */
  readonly outcome: string;
  /** Whose id was named with a `yes`. */
  readonly id?: string | undefined;
  /** The result of looking again, where someone did. */
  readonly check?: string;
  /** What the person agreed to; `informed` when the question named an earlier create that may exist. */
  readonly consent?: 'plain' | 'informed' | undefined;
  /** How many values the report called dropped or changed. */
  readonly differences?: number;
  /** How it was when this attempt began. */
  readonly before: Truth;
}

/** What a driver saw in one run, and what it left behind. */
export interface Report {
  /** The first one, and its repeats. */
  readonly attempts: readonly [Attempt, ...Attempt[]];
  /** What was entered for good when it ended, and what can be recovered, where a driver keeps drafts. */
  readonly draft?: { readonly committed: Draft; readonly kept: Draft | undefined };
  /** Waits before automatic resends in milliseconds, where the driver brings its own clock. */
  readonly pauses?: readonly number[];
  /** What this driver can never show. */
  readonly limits?: readonly LimitName[];
  /** Rules of the driver's own that were broken, in words. */
  readonly broken: readonly string[];
  /** Everything that anyone could see or find afterwards. */
  readonly artifacts: readonly Artifact[];
}

export type Driver = (context: DriverContext) => Promise<Report>;

/** The content that a person sends when they send again. */
export function repeatedDraft(draft: Draft, { repeat }: FaultRun): Draft {
  return repeat?.content === 'edited' ? { ...draft, notes: 'Corrected' } : draft;
}

/** A moment that has not come by then never will, in milliseconds. */
const maxWait = 2000;

/** Resolves when the person cancels, or the system ends the program, as the fault says; never when it says nothing. */
export async function whenStopped({ moments }: Backend, { stop }: FaultRun): Promise<void> {
  if (!stop) return new Promise(() => {});
  await Promise.race([moments.after(stop.after), new Promise((done) => setTimeout(done, maxWait).unref())]);
  await new Promise((done) => setTimeout(done, stop.later));
}
