import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import {
  type ImportPlan,
  type Mapping,
  type ResultFile,
  type Totals,
  writeMapping,
} from '@helpcrunch-customer-kit/import';
import { tableLines } from '../../terminal/table-lines.ts';

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

export function customers(count: number): string {
  return count === 1 ? '1 customer' : `${number(count)} customers`;
}

/** Which column goes where. */
export function mappingLines(mapping: Mapping): string[] {
  return [
    '',
    'Columns',
    ...tableLines(
      Object.entries(writeMapping(mapping)).map(([header, field], index) => [
        `  ${header}`,
        `→ ${field}`,
        mapping.columns[index]?.dateFormat ?? '',
      ]),
    ),
  ];
}

/** Problems by kind, errors first. */
export function problemLines({ problems }: ImportPlan): string[] {
  if (problems.length === 0) return [];
  return [
    '',
    'Problems',
    ...problems.map(({ severity, count, column, line, message }) => {
      const place = column === undefined ? `line ${line}` : `line ${line}, ${column}`;
      const more = count === 1 ? '' : ` (and ${number(count - 1)} more like it)`;
      return `  ${severity === 'error' ? '✗' : '!'} ${place}${more}: ${message}`;
    }),
  ];
}

/** What is going to happen to the rows, with sums that add up. */
export function planRows({
  totals,
  toCreate,
}: ImportPlan): readonly (readonly [label: string, count: string])[] {
  const settled = totals.created + totals.failed;
  return [
    ['To create', number(toCreate)],
    ...(settled > 0 ? ([['Sent before', number(settled)]] as const) : []),
    ...(totals.unknown > 0 ? ([['To look up', number(totals.unknown)]] as const) : []),
    ['Skipped', number(totals.skipped)],
    ['Invalid', number(totals.invalid)],
    ['Rows read', number(totals.rows)],
  ];
}

/** What else there is to know before anything is sent. */
export function planNotes(
  { toCreate, withoutIdentity }: ImportPlan,
  account: AccountLabel | undefined,
): readonly string[] {
  return [
    ...(account?.kind === 'live' && toCreate > 0
      ? ['HelpCrunch may send a customer.new webhook and automated messages for each.']
      : []),
    ...(withoutIdentity > 0
      ? [
          `${customers(withoutIdentity)} without user ID and email: a lost answer about them can't be found out.`,
        ]
      : []),
  ];
}

/** The plan, printed. */
export function planLines(plan: ImportPlan, account: AccountLabel | undefined, rate: number): string[] {
  return [
    '',
    'Plan',
    ...tableLines(planRows(plan).map(([label, count]) => [`  ${label}`, count])),
    ...(account ? [`  Account: ${accountName(account)}`] : []),
    `  Time: about ${duration(plan.seconds)} at ${rate} requests a minute.`,
    ...planNotes(plan, account).map((note) => `  ${note}`),
  ];
}

export function accountName({ kind, host }: AccountLabel): string {
  return kind === 'sandbox' ? `sandbox${host === undefined ? '' : ` at ${host}`}` : `HelpCrunch at ${host}`;
}

/** What came of it. */
export function resultLines(totals: Totals, files: Readonly<Partial<Record<ResultFile, string>>>): string[] {
  const names = [
    ['Created', totals.created, files.created],
    ['Skipped', totals.skipped, files.skipped],
    ['Failed', totals.failed + totals.invalid, files.failed],
    ['Unknown', totals.unknown, files.unknown],
    ['Pending', totals.pending, files.pending],
  ] as const;
  return tableLines(
    names
      .filter(([, count]) => count > 0)
      .map(([name, count, file]) => [name, number(count), file ?? ''])
      .concat([['Rows', number(totals.rows), '']]),
  );
}

/** `45 s`, `12 min`, `1 h 40 min`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
