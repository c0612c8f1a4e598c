import type { JudgedRun } from '../campaign/run-one.ts';

/** What became of some runs. */
export interface Tally {
  runs: number;
  yes: number;
  no: number;
  unknown: number;
  /** Ended before it could claim anything. */
  none: number;
  /** Of the unknown: looked into, and found. */
  resolved: number;
  /** Of the unknown: not found though it had been made. */
  unresolved: number;
  drafts: number;
  wrong: number;
}

function emptyTally(): Tally {
  return { runs: 0, yes: 0, no: 0, unknown: 0, none: 0, resolved: 0, unresolved: 0, drafts: 0, wrong: 0 };
}

function count(tally: Tally, { told, truth, wrong }: JudgedRun): void {
  tally.runs += 1;
  if (wrong.length > 0) tally.wrong += 1;
  if (!told || !truth) return;
  tally[told.first] += 1;
  if (told.draft) tally.drafts += 1;
  if (told.first !== 'unknown') return;
  if (told.last === 'yes') tally.resolved += 1;
  else if (truth.made.length > 0) tally.unresolved += 1;
}

/** A tally for each name, in the order in which they are asked for, and one of all. */
export interface Tallies {
  readonly byName: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  add(name: string, run: JudgedRun): void;
}

export function createTallies(): Tallies {
  const byName = new Map<string, Tally>();
  const all = emptyTally();
  return {
    byName,
    all,
    add(name, run) {
      const tally = byName.get(name) ?? emptyTally();
      byName.set(name, tally);
      count(tally, run);
      count(all, run);
    },
  };
}
