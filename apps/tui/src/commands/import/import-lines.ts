import { basename } from 'node:path';
import type { AccountLabel } from '@helpcrunch-customer-kit/core';
import {
  type ImportPlan,
  type Mapping,
  type ResultFile,
  type Totals,
  writeMapping,
} from '@helpcrunch-customer-kit/import';
import type { KeySource } from '@helpcrunch-customer-kit/local';
import { tableLines } from '../../terminal/table-lines.ts';

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

export function customers(count: number): string {
  return count === 1 ? '1 customer' : `${number(count)} customers`;
}

/** Which column goes where; `file` is the mapping file that was used. */
export function mappingLines(mapping: Mapping, file?: string): string[] {
  return [
    '',
    file === undefined ? 'Columns' : `Columns, as ${basename(file)} says`,
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

const keyNames: Readonly<Record<KeySource, string>> = {
  environment: 'key from HELPCRUNCH_API_KEY',
  keychain: "key from this system's keychain",
};

/** Where the customers go, and where the key for it is from. */
export interface PlanPlace {
  readonly account: AccountLabel | undefined;
  readonly keySource: KeySource | undefined;
  /** Requests a minute. */
  readonly rate: number;
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
export function planLines(plan: ImportPlan, place: PlanPlace): string[] {
  const { account, rate } = place;
  return [
    '',
    'Plan',
    ...tableLines(planRows(plan).map(([label, count]) => [`  ${label}`, count])),
    ...(account ? [`  Account: ${placeName(place)}`] : []),
    `  Time: about ${duration(plan.seconds)} at ${rate} requests a minute.`,
    ...planNotes(plan, account).map((note) => `  ${note}`),
  ];
}

/** An account, and where its key is from. */
export function placeName({ account, keySource }: PlanPlace): string {
  const key = keySource === undefined ? '' : `, ${keyNames[keySource]}`;
  return account ? `${accountName(account)}${key}` : '';
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
