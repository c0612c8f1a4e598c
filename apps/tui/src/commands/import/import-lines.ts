import { basename } from 'node:path';
import { type AccountLabel, certainSuggestionCodes } from '@helpcrunch-customer-kit/core';
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
  const fixable: ReadonlySet<string> = new Set(certainSuggestionCodes);
  const isFixed = problems.some(({ code }) => code === 'fixed');
  const hasCertainFix =
    !isFixed && problems.some(({ code, severity }) => severity === 'error' && fixable.has(code));
  return [
    '',
    'Problems',
    ...problems.map(({ severity, count, column, line, message }) => {
      const place = column === undefined ? `line ${line}` : `line ${line}, ${column}`;
      const more = count === 1 ? '' : ` (and ${number(count - 1)} more like it)`;
      return `  ${severity === 'error' ? '✗' : '!'} ${place}${more}: ${message}`;
    }),
    ...(hasCertainFix ? ['  Some have one certain fix: --fix sends it in place of what is wrong.'] : []),
  ];
}

const keyNames: Readonly<Record<KeySource, string>> = {
  environment: 'key from HELPCRUNCH_API_KEY',
  keychain: "key from this system's keychain",
};

/** What is going to happen, with sums that add up. */
export function planLines(
  plan: ImportPlan,
  {
    account,
    keySource,
    rate,
  }: {
    readonly account: AccountLabel | undefined;
    readonly keySource: KeySource | undefined;
    /** Requests a minute. */
    readonly rate: number;
  },
): string[] {
  const { totals, toCreate, withoutIdentity, seconds } = plan;
  const settled = totals.created + totals.failed;
  const rows: [string, string][] = [
    ['  To create', number(toCreate)],
    ...(settled > 0 ? ([['  Sent before', number(settled)]] as [string, string][]) : []),
    ...(totals.unknown > 0 ? ([['  To look up', number(totals.unknown)]] as [string, string][]) : []),
    ['  Skipped', number(totals.skipped)],
    ['  Invalid', number(totals.invalid)],
    ['  Rows read', number(totals.rows)],
  ];
  return [
    '',
    'Plan',
    ...tableLines(rows),
    ...(account ? [`  Account: ${accountName(account)}${keySource ? `, ${keyNames[keySource]}` : ''}`] : []),
    `  Time: about ${duration(seconds)} at ${rate} requests a minute.`,
    ...(account?.kind === 'live' && toCreate > 0
      ? ['  HelpCrunch may send a customer.new webhook and automated messages for each.']
      : []),
    ...(withoutIdentity > 0
      ? [
          `  ${customers(withoutIdentity)} without user ID and email: a lost answer about them can't be found out.`,
        ]
      : []),
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
