import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import { bucketOf, emptyTotals, type Totals } from '../result/buckets.ts';
import type { ExistingCheck, ExistingCustomer } from '../run/check-existing.ts';
import type { StopReason } from '../run/row-outcome.ts';
import { isOpen, type RunContext } from '../run/run-context.ts';
import type { StoredResult } from '../run/run-store.ts';
import type { CheckedRow, LineIssue } from './check-rows.ts';

/** Issues of one kind in one column, with the first of them. */
export interface IssueGroup extends LineIssue {
  readonly count: number;
  /** Of the first few. */
  readonly lines: readonly number[];
}

/** What an import would do, before anything is sent. */
export interface ImportPlan {
  /** Rows that were settled before are counted as what they are, those to be sent as pending. */
  readonly totals: Totals;
  /** Rows that would be sent. */
  readonly toCreate: number;
  /** Of these, rows without user ID and email: a lost answer about them cannot be found out. */
  readonly withoutIdentity: number;
  readonly issues: readonly IssueGroup[];
  /** The first customers as they would be sent. */
  readonly sample: readonly { readonly line: number; readonly request: CreateCustomerPayload }[];
  /** At the rate that was asked for, in seconds. */
  readonly seconds: number;
  /** Why the check for existing customers ended before its last row. */
  readonly stopped: StopReason | undefined;
}

const [sampleSize, maxLines] = [5, 5];
/** Requests that a row needs: itself, and its part of a search for 20 rows. */
const requestsPerRow = 1.05;

/** How long so many rows take at a rate, in requests a minute, while nothing goes wrong. */
export function secondsToSend(rows: number, rate: number): number {
  return (rows * requestsPerRow * 60) / rate;
}

/**
 * Counts what is to be sent, what is not, and why. Reads every row once, and keeps none.
 *
 * @throws the reason of the signal when it is aborted.
 */
export async function planImport(
  rows: AsyncIterable<CheckedRow>,
  context: Pick<RunContext, 'store' | 'existing' | 'hash'> & {
    /** Requests a minute. */
    readonly rate: number;
    /** Looks up which rows exist already; without it, only what was sent before is known. */
    readonly existingCheck?: ExistingCheck | undefined;
    /** Only so many rows would be sent; the others stay pending. */
    readonly limit?: number | undefined;
    /** Called with each row and what is remembered of it. */
    readonly onRow?: ((row: CheckedRow, stored: StoredResult | undefined) => void) | undefined;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<ImportPlan> {
  const totals = emptyTotals();
  const issues = new Map<string, IssueGroup & { count: number; lines: number[] }>();
  const sample: ImportPlan['sample'][number][] = [];
  let [toCreate, withoutIdentity] = [0, 0];
  let unchecked: CheckedRow[] = [];
  let stopped: StopReason | undefined;
  const report = (issue: LineIssue) => {
    const key = `${issue.code} ${issue.column ?? ''}`;
    const group = issues.get(key);
    if (!group) issues.set(key, { ...issue, count: 1, lines: [issue.line] });
    else {
      group.count += 1;
      if (group.lines.length < maxLines) group.lines.push(issue.line);
    }
  };
  const plan = (row: CheckedRow) => {
    if (toCreate === context.limit) return;
    toCreate += 1;
    const { request } = row.plan;
    if (request.userId === undefined && request.email === undefined) withoutIdentity += 1;
    if (sample.length < sampleSize) sample.push({ line: row.row.line, request });
  };
  const checkExisting = async () => {
    const batch = unchecked;
    unchecked = [];
    const reading = batch.length > 0 ? await context.existingCheck?.find(batch) : undefined;
    if (reading?.ok === false) stopped = reading.reason;
    if (!reading?.ok) return;
    for (const [index, row] of batch.entries()) {
      const found = reading.found[index];
      if (!found) plan(row);
      else {
        totals.pending -= 1;
        totals.skipped += 1;
        report(existingIssue(row, found));
      }
    }
  };
  for await (const row of rows) {
    context.signal?.throwIfAborted();
    const stored = await context.store.get(row.key);
    context.onRow?.(row, stored);
    const bucket = bucketOf(row, stored);
    const isSent = row.verdict === 'ready' && bucket !== 'unknown' && isOpen(row, stored, context);
    totals.rows += 1;
    totals[isSent ? 'pending' : bucket] += 1;
    for (const issue of row.issues) report(issue);
    if (!isSent) continue;
    if (context.existingCheck) {
      unchecked.push(row);
      if (unchecked.length >= context.existingCheck.size) await checkExisting();
      if (stopped) break;
    } else plan(row);
  }
  if (!stopped) await checkExisting();
  const seconds = Math.ceil(secondsToSend(toCreate, context.rate) + (totals.unknown * 60) / context.rate);
  return {
    totals,
    toCreate,
    withoutIdentity,
    issues: sorted([...issues.values()]),
    sample,
    seconds,
    stopped,
  };
}

function existingIssue({ row: { line }, columnOf }: CheckedRow, { by, id }: ExistingCustomer): LineIssue {
  const name = by === 'userId' ? 'user ID' : 'email';
  const message = `Customer ${id ?? ''} in HelpCrunch has this ${name}. The row is skipped.`;
  return { code: `exists-by-${by}`, severity: 'advice', line, column: columnOf(`/${by}`), message };
}

/** Errors first, then by how many rows have them. */
function sorted(groups: readonly IssueGroup[]): readonly IssueGroup[] {
  const rank = ({ severity }: IssueGroup) => (severity === 'error' ? 0 : 1);
  return groups.toSorted((one, other) => rank(one) - rank(other) || other.count - one.count);
}
