import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import { bucketOf, emptyTotals, type Totals } from '../result/buckets.ts';
import { isOpen, type RunContext } from '../run/run-context.ts';
import type { StoredResult } from '../run/run-store.ts';
import type { CheckedRow, RowProblem } from './check-rows.ts';

/** Problems of one kind in one column, with the first of them. */
export interface ProblemGroup extends RowProblem {
  readonly count: number;
}

/** What an import would do, before anything is sent. */
export interface ImportPlan {
  /** Rows that were settled before are counted as what they are, those to be sent as pending. */
  readonly totals: Totals;
  /** Rows that would be sent. */
  readonly toCreate: number;
  /** Of these, rows without user ID and email: a lost answer about them cannot be found out. */
  readonly withoutIdentity: number;
  readonly problems: readonly ProblemGroup[];
  /** The first customers as they would be sent. */
  readonly sample: readonly { readonly line: number; readonly request: CreateCustomerPayload }[];
  /** At the rate that was asked for, in seconds. */
  readonly seconds: number;
}

const sampleSize = 5;
/** Requests that a row needs: itself, and its part of a search for 20 rows. */
const requestsPerRow = 1.05;

/** Counts what is to be sent, what is not, and why. Reads every row once, and keeps none. */
export async function planImport(
  rows: AsyncIterable<CheckedRow>,
  context: Pick<RunContext, 'store' | 'existing' | 'hash'> & {
    /** Requests a minute. */
    readonly rate: number;
    /** Called with each row and what is remembered of it. */
    readonly onRow?: ((row: CheckedRow, stored: StoredResult | undefined) => void) | undefined;
  },
): Promise<ImportPlan> {
  const totals = emptyTotals();
  const problems = new Map<string, RowProblem & { count: number }>();
  const sample: ImportPlan['sample'][number][] = [];
  let [toCreate, withoutIdentity] = [0, 0];
  for await (const row of rows) {
    const stored = await context.store.get(row.key);
    context.onRow?.(row, stored);
    const bucket = bucketOf(row, stored);
    const isSent = row.verdict === 'ready' && bucket !== 'unknown' && isOpen(row, stored, context);
    totals.rows += 1;
    totals[isSent ? 'pending' : bucket] += 1;
    for (const problem of row.problems) {
      const key = `${problem.code} ${problem.column ?? ''}`;
      const group = problems.get(key);
      if (group) group.count += 1;
      else problems.set(key, { ...problem, count: 1 });
    }
    if (!isSent) continue;
    toCreate += 1;
    const { request } = row.plan;
    if (request.userId === undefined && request.email === undefined) withoutIdentity += 1;
    if (sample.length < sampleSize) sample.push({ line: row.row.line, request });
  }
  const seconds = Math.ceil(((toCreate * requestsPerRow + totals.unknown) * 60) / context.rate);
  return { totals, toCreate, withoutIdentity, problems: sorted([...problems.values()]), sample, seconds };
}

/** Errors first, then by how many rows have them. */
function sorted(groups: readonly ProblemGroup[]): readonly ProblemGroup[] {
  const rank = ({ severity }: ProblemGroup) => (severity === 'error' ? 0 : 1);
  return groups.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}
