import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import type { ImportPlan, IssueGroup } from '../check/plan-import.ts';
import type { Totals } from '../result/buckets.ts';
import type { ResultFile } from '../result/row-writer.ts';

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

export function customers(count: number): string {
  return count === 1 ? '1 customer' : `${number(count)} customers`;
}

export function invalidRows(count: number): string {
  return count === 1 ? '1 row has errors' : `${number(count)} rows have errors`;
}

/** `45 s`, `12 min`, `1 h 40 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What is going to happen, as names and counts that add up. */
export function planRows({ totals, toCreate }: ImportPlan): [string, string][] {
  const settled = totals.created + totals.failed;
  const left = totals.pending - toCreate;
  return [
    ['To create', number(toCreate)],
    ...(left > 0 ? ([['Left pending', number(left)]] as [string, string][]) : []),
    ...(settled > 0 ? ([['Sent before', number(settled)]] as [string, string][]) : []),
    ...(totals.unknown > 0 ? ([['To look up', number(totals.unknown)]] as [string, string][]) : []),
    ['Skipped', number(totals.skipped)],
    ['Invalid', number(totals.invalid)],
    ['Rows read', number(totals.rows)],
  ];
}

/** What to know besides: the time, what HelpCrunch may do, and what a lost answer would mean. */
export function planNotes(
  { toCreate, withoutIdentity, seconds }: ImportPlan,
  kind: AccountLabel['kind'] | undefined,
  rate: number,
): string[] {
  return [
    `Time: about ${duration(seconds)} at ${rate} requests a minute.`,
    ...(kind === 'live' && toCreate > 0
      ? ['HelpCrunch may send a customer.new webhook and automated messages for each.']
      : []),
    ...(withoutIdentity > 0
      ? [
          `${customers(withoutIdentity)} without user ID and email: a lost answer about them can't be found out.`,
        ]
      : []),
  ];
}

/** Another file whose unfinished run has sent rows of this one. */
export interface SharedRun {
  readonly name: string;
  readonly rows: number;
}

/** Which run goes on; where it is that of another file, why. */
export function continuedNote(
  { run, startedAt }: { readonly run: string; readonly startedAt: string },
  shared: SharedRun | undefined,
): string {
  if (!shared) return `Continues run ${run} of ${startedAt.slice(0, 10)}.`;
  const { name, rows } = shared;
  const sent = rows === 1 ? '1 of these rows' : `${number(rows)} of these rows`;
  return `Continues run ${run} of ${name}, which sent ${sent}. Rows that only ${name} has stay unsent.`;
}

/** Issues of one kind, with their places. */
export function issueGroupMessage(group: IssueGroup): string {
  const { column, message } = group;
  return `${linesLabel(group)}${column === undefined ? '' : `, ${column}`}: ${message}`;
}

/** `line 7`, `lines 7 and 9`, `lines 7, 9, 12, 30, 31 and 2 more`: as an editor counts them. */
export function linesLabel({ count, lines }: Pick<IssueGroup, 'count' | 'lines'>): string {
  const more = count - lines.length;
  const parts = [...lines.map(String), ...(more > 0 ? [`${number(more)} more`] : [])];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? `line ${last}` : `lines ${parts.join(', ')} and ${last}`;
}

/** What came of it: names and counts, each with its file. */
export function resultRows(
  totals: Totals,
  files: Readonly<Partial<Record<ResultFile, string>>>,
): { readonly name: string; readonly count: number; readonly file: string | undefined }[] {
  return [
    { name: 'Created', count: totals.created, file: files.created },
    { name: 'Skipped', count: totals.skipped, file: files.skipped },
    { name: 'Failed', count: totals.failed + totals.invalid, file: files.failed },
    { name: 'Unknown', count: totals.unknown, file: files.unknown },
    { name: 'Pending', count: totals.pending, file: files.pending },
  ].filter(({ count }) => count > 0);
}
