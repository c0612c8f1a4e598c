import type { Attempt } from './attempt.ts';

/** One customer or several that were sent one after the other: plain data, kept like the attempts in it. */
export interface Run {
  readonly entries: readonly RunEntry[];
  /** The entry whose attempt is shown. */
  readonly shown: number;
}

export interface RunEntry {
  /** What the customer is called in a list. */
  readonly name: string;
  /** Missing where nothing was tried: the person left it out, or the run ended before it. */
  readonly attempt?: Attempt;
}

/** The entry to show first: one in doubt, else the first that made no customer, else the last. */
export function entryToShow(entries: readonly RunEntry[]): number {
  const inDoubt = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'unknown');
  if (inDoubt >= 0) return inDoubt;
  const failed = entries.findIndex(({ attempt }) => attempt?.outcome.customerExists === 'no');
  return failed >= 0 ? failed : entries.findLastIndex(({ attempt }) => attempt !== undefined);
}
