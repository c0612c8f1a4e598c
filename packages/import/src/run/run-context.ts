import type { AccountLabel, Connection, Ledger, Outcome, Pause } from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import type { Hash } from '../check/row-key.ts';
import type { LeftRows } from './left-rows.ts';
import type { Pacer } from './pacer.ts';
import type { RowResult, RunStore, StoredResult } from './run-store.ts';

export interface RunContext {
  readonly account: AccountLabel & { readonly connection: Connection };
  readonly ledger: Ledger;
  readonly store: RunStore;
  readonly hash: Hash;
  readonly existing: 'skip' | 'create';
  readonly pacer: Pacer;
  readonly pause: Pause;
  /** Rows that are sent before the first of them is answered. */
  readonly inFlight?: number | undefined;
  /**
   * The run, where a person decided to send rows of earlier runs again; the store knows this run alone then. Customers
   * that may exist twice after that were decided on.
   */
  readonly again?: string | undefined;
  /** Rows of this run that may have been created, and may have left the file since. */
  readonly left?: LeftRows | undefined;
  /** Only so many rows are sent; the others stay pending. */
  readonly limit?: number | undefined;
  /** Lets the rows that are on their way finish, and sends no other. */
  readonly stop?: AbortSignal | undefined;
  /** Gives up on the answers of those, too. */
  readonly abort?: AbortSignal | undefined;
  readonly onEvent?: ((event: RunEvent) => void) | undefined;
  /** Called with what each send of a row came to, also when it is sent again or stops the run. */
  readonly onOutcome?: ((row: CheckedRow, outcome: Outcome) => void) | undefined;
}

export type RunEvent =
  /** `isRepeat` for a row that was unknown in this run before. */
  | { readonly kind: 'row'; readonly row: CheckedRow; readonly result: RowResult; readonly isRepeat: boolean }
  /** Nothing is sent for so many milliseconds; `in-flight`: not one row, whose like is being sent. */
  | {
      readonly kind: 'waiting';
      readonly milliseconds: number;
      readonly reason: 'rate-limited' | 'not-reachable' | 'in-flight';
    }
  | { readonly kind: 'looking-up'; readonly rows: number };

/** Of the body as it is sent: a variable has another value each time. */
export function bodyHash({ request }: CheckedRow['plan'], hash: Hash): string {
  return hash(JSON.stringify(request));
}

/** What a row needs of the store before it is sent; `undefined` when it was sent for good. */
export function isOpen(
  { plan }: CheckedRow,
  stored: StoredResult | undefined,
  { existing, hash }: Pick<RunContext, 'existing' | 'hash'>,
): boolean {
  switch (stored?.result.state) {
    case 'created':
      return false;
    case 'skipped':
      return stored.result.reason === 'email' && existing === 'create';
    case 'failed':
      return stored.result.body !== bodyHash(plan, hash);
    default:
      return true;
  }
}
