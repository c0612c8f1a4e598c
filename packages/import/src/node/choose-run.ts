import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { SharedRun } from '../report/plan-text.ts';
import type { RunStore } from '../run/run-store.ts';
import { type RunRecord, readRuns } from './run-records.ts';

export interface RunChoice {
  /** Where the runs of the account are remembered. */
  readonly folder: string;
  /** The absolute path of the file. */
  readonly input: string;
  readonly now: Date;
  /** A run that was asked for by its name. */
  readonly run?: string | undefined;
  /** Start a new run although there is one to continue. */
  readonly isNew?: boolean | undefined;
  /** Rows of earlier runs are sent again. */
  readonly again?: boolean | undefined;
  /** As in `RunRecord`. */
  readonly sender?: string | undefined;
  /** How many rows of the file each run has sent. Asked only where no run of this file is unfinished. */
  readonly countRows?: () => Promise<ReadonlyMap<string, number>>;
}

export interface ChosenRun {
  readonly record: RunRecord;
  readonly isContinued: boolean;
  /** The other file whose run goes on, and how many rows of this one that run has sent. */
  readonly shared?: SharedRun | undefined;
}

/**
 * Of the folders of an account, the one that has the run that was asked for, or the newest run of the file; else the first,
 * the account's own. In another one, only runs of the same API key count: it may have been used with keys of others.
 */
export async function folderOfRun(
  folders: readonly [string, ...string[]],
  { input, run, sender }: Partial<Pick<RunChoice, 'input' | 'run' | 'sender'>>,
): Promise<string> {
  let [chosen] = folders;
  let newest = '';
  for (const folder of folders) {
    for (const record of await readRuns(folder)) {
      const isOwn = folder === folders[0] || [record.sender, basename(folder)].includes(sender);
      const isMeant = run === undefined ? record.input === input : record.run === run;
      const { startedAt, endedAt = startedAt } = record;
      if (isOwn && isMeant && endedAt > newest) [chosen, newest] = [folder, endedAt];
    }
  }
  return chosen;
}

/**
 * The run that goes on with a file: the one that was asked for; else the newest unfinished run of the file, or the
 * unfinished one that shares most of its rows, wherever the file is now; else a new one. `undefined` where the run that
 * was asked for does not exist.
 */
export async function chooseRun(choice: RunChoice): Promise<ChosenRun | undefined> {
  const { folder, input, run, isNew = false, again = false, countRows } = choice;
  const records = await readRuns(folder);
  if (run !== undefined) {
    const record = records.find((one) => one.run === run);
    return record && { record, isContinued: true };
  }
  if (isNew) return newRun(choice);
  const open = records.filter((record) => !isOver(record) && (!again || record.again === true));
  const [newest] = open.filter((record) => record.input === input);
  if (newest) return { record: newest, isContinued: true };
  if (open.length === 0 || !countRows) return newRun(choice);
  const counts = await countRows();
  const rowsOf = ({ run }: RunRecord) => counts.get(run) ?? 0;
  const [most] = open
    .filter((record) => rowsOf(record) > 0)
    .toSorted((one, other) => rowsOf(other) - rowsOf(one));
  if (!most) return newRun(choice);
  const shared = { name: basename(most.input), rows: rowsOf(most) };
  return { record: { ...most, input }, isContinued: true, shared };
}

function newRun({ input, now, again = false }: RunChoice): ChosenRun {
  const startedAt = now.toISOString();
  const run = `${startedAt.slice(0, 10)}-${randomBytes(3).toString('hex')}`;
  return { record: { run, input, startedAt, ...(again ? { again } : {}) }, isContinued: false };
}

/** Unknown rows of a completed run may still be found, by the same run. */
function isOver({ outcome, totals }: RunRecord): boolean {
  return outcome === 'completed' && totals?.pending === 0 && totals.unknown === 0;
}

/** A store that knows the results of one run only: for it, what other runs sent was never sent. */
export function storeOfRun(store: RunStore, run: string): RunStore {
  return {
    async get(key) {
      const stored = await store.get(key);
      return stored?.run === run ? stored : undefined;
    },
    keyOf: (key) => store.keyOf(key),
    put: (key, result) => store.put(key, result),
  };
}
