import type { Ledger } from '@helpcrunch-customer-kit/core';
import type { ImportPlan } from '../check/plan-import.ts';
import { readRowKey } from '../check/row-key.ts';
import type { ResultFile } from '../result/row-writer.ts';
import type { ExistingCheck } from '../run/check-existing.ts';
import { LeftRows, type UnresolvedRow } from '../run/left-rows.ts';
import type { RunStore } from '../run/run-store.ts';
import { type ChosenRun, chooseRun, type RunChoice, storeOfRun } from './choose-run.ts';
import type { FileRunStore } from './file-run-store.ts';
import { type ImportSession, sha256 } from './import-session.ts';

/** A run that is chosen, with its plan: everything to know before the first row is sent. */
export interface PreparedRun extends ChosenRun {
  readonly plan: ImportPlan;
  /** For the run and its results. */
  readonly store: RunStore;
  readonly left: LeftRows;
  /** As in `RunContext`. */
  readonly again: string | undefined;
  /** Result files that have rows which left the file. */
  readonly keeps: readonly ResultFile[];
}

/**
 * Chooses the run that goes on with a file, and plans it. The file is read once, or twice where an unfinished run of
 * another file may share its rows. `undefined` where the run that was asked for does not exist.
 */
export async function prepareRun(
  session: ImportSession,
  rows: FileRunStore,
  {
    ledger,
    existing,
    rate,
    limit,
    existingCheck,
    signal,
    ...choice
  }: Omit<RunChoice, 'countRows'> & {
    readonly ledger: Ledger;
    readonly existing: 'skip' | 'create';
    readonly rate: number;
    readonly limit?: number | undefined;
    readonly existingCheck?: ExistingCheck | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<PreparedRun | undefined> {
  const chosen = await chooseRun({ ...choice, countRows: () => session.countRuns(rows, signal) });
  if (!chosen) return undefined;
  // While it goes on, how it ended before says nothing.
  const { outcome: _, endedAt: __, ...before } = chosen.record;
  const record = { ...before, sender: choice.sender };
  const { run } = record;
  rows.run = run;
  const again = record.again ? run : undefined;
  const store = again === undefined ? rows : storeOfRun(rows, run);
  const sent = chosen.isContinued ? rowsOf(rows, run) : { unresolved: [], created: 0 };
  const left = await LeftRows.of(sent.unresolved, { ledger, again });
  let created = 0;
  const plan = await session.plan({
    store,
    existing,
    hash: sha256,
    rate,
    limit,
    existingCheck,
    signal,
    onRow(row, stored) {
      left.see({ ...row, key: store.keyOf(row.key) });
      if (stored?.run === run && stored.result.state === 'created') created += 1;
    },
  });
  return { ...chosen, record, plan, store, left, again, keeps: sent.created > created ? ['created'] : [] };
}

/** What a run sent, wherever its rows are now. */
function rowsOf(store: FileRunStore, run: string) {
  const unresolved: UnresolvedRow[] = [];
  let created = 0;
  for (const { key, run: by, result } of store.results()) {
    if (by !== run) continue;
    if (result.state === 'created') created += 1;
    if (result.state === 'sending' || result.state === 'unknown')
      unresolved.push({ key: readRowKey(key), result });
  }
  return { unresolved, created };
}
