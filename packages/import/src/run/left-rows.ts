import {
  type Connection,
  type CreateCustomerPayload,
  checkCustomer,
  customerId,
  type Ledger,
  type SentAttempt,
} from '@helpcrunch-customer-kit/core';
import type { CheckedRow } from '../check/check-rows.ts';
import { type RowKey, rowKeyText } from '../check/row-key.ts';
import { type RowResult, sendKey } from './run-store.ts';

/** A row of a run whose send is unresolved. */
export interface UnresolvedRow {
  readonly key: RowKey;
  readonly result: Extract<RowResult, { state: 'sending' | 'unknown' }>;
}

/** A row that may have been created, and is not in the file anymore as it was sent. */
export interface LeftRow {
  readonly ledgerId: string;
  /** As it was sent. */
  readonly sent: CreateCustomerPayload;
  /** The row of the file with the same user ID or email: it was edited. */
  readonly now: { readonly line: number; readonly request: CreateCustomerPayload } | undefined;
}

interface OpenRow {
  readonly row: UnresolvedRow;
  readonly attempt: SentAttempt;
  readonly ledgerId: string;
  now: LeftRow['now'];
}

/** Finds the unresolved rows of a run that left its file, while the file is read. */
export class LeftRows {
  readonly #open = new Map<string, OpenRow>();

  /** Asks the ledger what was sent. Rows that it knows nothing about, or nothing unresolved, are no matter. */
  static async of(
    rows: readonly UnresolvedRow[],
    { ledger, again }: { readonly ledger: Ledger; readonly again?: string | undefined },
  ): Promise<LeftRows> {
    const left = new LeftRows();
    for (const row of rows) {
      const idempotencyKey = sendKey(row.key, row.result.attempt, again);
      const entries = await ledger.find({ fingerprint: '', request: {}, idempotencyKey });
      const entry = entries.find(
        ({ hasSameKey, state }) => hasSameKey && (state === 'unknown' || state === 'sending'),
      );
      if (!entry?.attempt) continue;
      left.#open.set(rowKeyText(row.key), {
        row,
        attempt: entry.attempt,
        ledgerId: entry.id,
        now: undefined,
      });
    }
    return left;
  }

  see({ key, row, plan: { request } }: CheckedRow): void {
    if (this.#open.size === 0 || this.#open.delete(rowKeyText(key))) return;
    for (const open of this.#open.values()) {
      if (isSame(open.attempt.request, request)) open.now ??= { line: row.line, request };
    }
  }

  /** Looks for the customers of the rows that left once more; returns those that may still exist or not. */
  async unresolved({
    connection,
    ledger,
    settle,
    signal,
  }: {
    readonly connection: Connection;
    readonly ledger: Ledger;
    /** Called for each that was found. */
    readonly settle: (key: RowKey, result: RowResult) => Promise<void>;
    readonly signal: AbortSignal | undefined;
  }): Promise<readonly LeftRow[]> {
    const left: LeftRow[] = [];
    for (const { row, attempt, ledgerId, now } of this.#open.values()) {
      const { request } = attempt;
      const outcome = await checkCustomer(
        {
          outcome: 'unknown',
          customerExists: 'unknown',
          reason: 'sent-earlier',
          issues: [],
          request,
          attempt,
          ledgerId,
        },
        { connection, ledger, signal },
      );
      if (outcome.outcome === 'unknown') left.push({ ledgerId, sent: request, now });
      else {
        const id = outcome.customer && customerId(outcome.customer);
        const named = id === undefined ? {} : { id };
        await settle(row.key, { state: 'created', confirmedBy: 'lookup', ...named });
      }
    }
    return left;
  }
}

function isSame(one: CreateCustomerPayload, other: CreateCustomerPayload): boolean {
  const isSameId = one.userId !== undefined && one.userId === other.userId;
  return isSameId || (one.email !== undefined && one.email.toLowerCase() === other.email?.toLowerCase());
}
