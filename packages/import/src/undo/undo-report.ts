import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import { exitCodeOf, type ImportOutcome } from '../report/import-report.ts';
import type { UndoState } from './undo-run.ts';

/** Customers that a run created, by what became of them. */
export type UndoTotals = Readonly<
  Record<'customers' | 'deleted' | 'gone' | 'changed' | 'seen' | 'failed' | 'pending' | 'notOurs', number>
>;

/** Counts states: `customers` is the sum of the others; `notOurs`, which are never deleted, aside. */
export class UndoCounts {
  readonly #counts = {
    customers: 0,
    deleted: 0,
    gone: 0,
    changed: 0,
    seen: 0,
    failed: 0,
    pending: 0,
    notOurs: 0,
  };

  add(state: UndoState | undefined): void {
    this.#counts.customers += 1;
    this.#counts[resultOf(state)] += 1;
  }

  /** A customer that a lookup found: another program may have created it. */
  addNotOurs(): void {
    this.#counts.notOurs += 1;
  }

  get totals(): UndoTotals {
    return { ...this.#counts };
  }
}

/** What the result file says about one customer. */
export function resultOf(state: UndoState | undefined): Exclude<UndoState, 'deleting'> | 'pending' {
  return state === undefined || state === 'deleting' ? 'pending' : state;
}

/** What `import undo --json` adds to the object of the script contract. */
export interface UndoReport {
  readonly outcome: ImportOutcome;
  readonly data: {
    readonly run: string;
    readonly account: AccountLabel | null;
    readonly totals: UndoTotals;
    readonly files: { readonly undo?: string };
    readonly durationSeconds: number;
  };
  readonly exitCode: number;
}

export function undoReport({
  outcome,
  run,
  account,
  totals,
  file,
  durationSeconds = 0,
}: {
  readonly outcome: ImportOutcome;
  readonly run: string;
  readonly account: AccountLabel | undefined;
  readonly totals: UndoTotals;
  readonly file?: string | undefined;
  readonly durationSeconds?: number;
}): UndoReport {
  const { kind, label, host } = account ?? {};
  return {
    outcome,
    data: {
      run,
      account: kind && label !== undefined ? { kind, label, host } : null,
      totals,
      files: file === undefined ? {} : { undo: file },
      durationSeconds,
    },
    // 1 when customers of the run are left.
    exitCode: exitCodeOf(outcome, totals.changed + totals.seen + totals.failed > 0 ? 1 : 0),
  };
}
