import type { CheckedRow } from '../check/check-rows.ts';
import type { RowResult, StoredResult } from '../run/run-store.ts';

/** Where a row ends up; each row in exactly one. */
export const buckets = ['created', 'failed', 'invalid', 'skipped', 'unknown', 'pending'] as const;
export type Bucket = (typeof buckets)[number];

export type Totals = Readonly<Record<Bucket | 'rows', number>>;

export function bucketOf({ verdict }: CheckedRow, stored: StoredResult | undefined): Bucket {
  // What was sent before counts, however the row is read now.
  const result = stored?.result;
  const state = result?.state;
  if (state === 'created' || state === 'unknown') return state;
  // It may have been sent, and a row that is not ready anymore is not looked up.
  if (result?.state === 'sending' && (result.ledgerId !== undefined || verdict !== 'ready')) return 'unknown';
  if (verdict === 'duplicate') return 'skipped';
  if (verdict === 'invalid') return 'invalid';
  // The process that sent it is gone; the ledger knows more, and is asked when the run goes on.
  return state === undefined || state === 'sending' ? 'pending' : state;
}

export function emptyTotals(): Record<Bucket | 'rows', number> {
  return { rows: 0, created: 0, failed: 0, invalid: 0, skipped: 0, unknown: 0, pending: 0 };
}

/** What our columns say about a row, in the order of `ownColumns`. */
export function ownCells(row: CheckedRow, bucket: Bucket, result: RowResult | undefined): readonly string[] {
  switch (bucket) {
    case 'created':
      return [idOf(result)];
    case 'skipped':
      return [idOf(result), skipReason(row, result)];
    case 'failed': {
      const { message = '', column = '', status } = result?.state === 'failed' ? result : {};
      return [message, column, status === undefined ? '' : String(status)];
    }
    case 'invalid': {
      const errors = row.issues.filter(({ severity }) => severity === 'error');
      const messages = errors.map(({ message }) => message).join(' ');
      return [messages, errors[0]?.column ?? '', 'invalid'];
    }
    case 'unknown':
      return ['This customer may have been created.', '', 'unknown'];
    case 'pending':
      return [];
    default: {
      const unreachable: never = bucket;
      return unreachable;
    }
  }
}

function idOf(result: RowResult | undefined): string {
  return result && 'id' in result ? (result.id ?? '') : '';
}

/** Why a row was not sent: that of the row in the file goes first. */
function skipReason({ verdict, issues }: CheckedRow, result: RowResult | undefined): string {
  if (verdict === 'duplicate') return issues.find(({ code }) => code === 'same-row')?.message ?? '';
  if (result?.state !== 'skipped') return '';
  const { reason } = result;
  switch (reason) {
    case 'user-id':
      return 'A customer with this user ID exists already.';
    case 'email':
      return 'A customer with this email exists already.';
    case 'sent-before':
      return 'This customer was created alone before.';
    default: {
      const unreachable: never = reason;
      return unreachable;
    }
  }
}
