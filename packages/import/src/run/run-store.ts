import { otherName, type RowKey, rowKeyText } from '../check/row-key.ts';
import type { CustomerMark } from '../undo/customer-mark.ts';

/** What became of a row: in this run, or in an earlier one to the same account. */
export type RowResult =
  /**
   * Written before it is sent. `attempt` counts the sends that ended with a definite no; `ledgerId` names an earlier one
   * that is still unknown.
   */
  | { readonly state: 'sending'; readonly attempt: number; readonly ledgerId?: string }
  | {
      readonly state: 'created';
      readonly id?: string;
      readonly confirmedBy: 'answer' | 'lookup' | 'ledger';
      /** What HelpCrunch's answer to the create said: an undo deletes only what is still like it. */
      readonly mark?: CustomerMark;
    }
  /**
   * The customer was there before; `id` is HelpCrunch's. `sent-before`: it was created alone, and `ledgerId` names that.
   */
  | {
      readonly state: 'skipped';
      readonly reason: 'user-id' | 'email' | 'sent-before';
      readonly id?: string;
      readonly ledgerId?: string;
    }
  | {
      readonly state: 'failed';
      readonly attempt: number;
      /** A hash of the body that was refused: another body is worth another try. */
      readonly body: string;
      readonly status?: number;
      readonly message: string;
      /** The header of the column that was refused. */
      readonly column?: string;
    }
  | { readonly state: 'unknown'; readonly attempt: number; readonly ledgerId?: string };

export interface StoredResult {
  readonly result: RowResult;
  /** The run that wrote it. */
  readonly run: string;
}

/** A result in memory; under the name of a customer, the row that has it. */
export type KeptResult = StoredResult & { readonly key?: RowKey };

/** What is remembered of the rows sent to one account, across runs. A port; see `./node` for files. */
export interface RunStore {
  get(key: RowKey): Promise<StoredResult | undefined>;
  /**
   * The key that a row is known by: its own, or that of the row with the same customer in another kind of file. The others
   * go by it, too.
   */
  keyOf(key: RowKey): RowKey;
  /** Resolves when the result outlives a crash. */
  put(key: RowKey, result: RowResult): Promise<void>;
}

/** A store that lasts as long as this process. */
export function createMemoryRunStore(run = 'run', results = new Map<string, KeptResult>()): RunStore {
  const keyOf = (key: RowKey) => {
    const isKnown = key.customer === undefined || results.has(rowKeyText(key));
    return (isKnown ? undefined : results.get(otherName(key.customer ?? ''))?.key) ?? key;
  };
  return {
    keyOf,
    get: async (key) => results.get(rowKeyText(keyOf(key))),
    async put(key, result) {
      const known = keyOf(key);
      results.set(rowKeyText(known), { result, run });
      if (known.customer !== undefined) results.set(known.customer, { result, run, key: known });
    },
  };
}

/**
 * Names one send of a row in the ledger, so that it is found again after a crash. `again` is the run that sends rows of
 * earlier runs again.
 */
export function sendKey(key: RowKey, attempt: number, again: string | undefined): string {
  return ['import', ...(again === undefined ? [] : [again]), rowKeyText(key), attempt].join(':');
}
