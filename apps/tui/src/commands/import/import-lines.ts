import { basename, relative } from 'node:path';
import { type AccountLabel, certainSuggestionCodes, customerField } from '@helpcrunch-customer-kit/core';
import {
  dateFormatLabels,
  type ImportPlan,
  issueGroupMessage,
  type MappedColumn,
  type Mapping,
  number,
  planNotes,
  planRows,
  type ResultFile,
  resultRows,
  type Target,
  type Totals,
  writeTarget,
} from '@helpcrunch-customer-kit/import';
import type { KeySource } from '@helpcrunch-customer-kit/local';
import { tableLines } from '../../render/layout.ts';

/** Which column goes where; `file` is the mapping file that was used. */
export function mappingLines(mapping: Mapping, file?: string): string[] {
  return [
    '',
    file === undefined ? 'Columns' : `Columns, as ${basename(file)} says`,
    ...tableLines(mapping.columns.map((column) => [`  ${column.header}`, `→ ${placeLabel(column)}`])),
  ];
}

/** Where the cells of a column go, and how its dates are written. */
export function placeLabel({ target, dateFormat }: MappedColumn): string {
  return dateFormat === undefined
    ? targetLabel(target)
    : `${targetLabel(target)} (${dateFormatLabels[dateFormat].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())})`;
}

/** A field as people call it: `First seen` rather than `firstSeen`. */
export function targetLabel(target: Target | undefined): string {
  if (!target) return 'not decided';
  if (target.kind === 'ignore') return 'left out';
  if (target.kind === 'first-name') return 'First name';
  if (target.kind === 'last-name') return 'Last name';
  if (target.kind === 'custom-data') return `Custom data "${target.property}"`;
  if (target.kind === 'all-custom-data') return 'Custom data, as a JSON object';
  const name = writeTarget(target);
  return customerField(name)?.label ?? name;
}

/** Problems by kind, errors first. */
export function issueLines({ issues }: ImportPlan): string[] {
  if (issues.length === 0) return [];
  const fixable: ReadonlySet<string> = new Set(certainSuggestionCodes);
  const isFixed = issues.some(({ code }) => code === 'fixed');
  const hasCertainFix =
    !isFixed && issues.some(({ code, severity }) => severity === 'error' && fixable.has(code));
  return [
    '',
    'Problems',
    ...issues.map((issue) => `  ${issue.severity === 'error' ? '✗' : '!'} ${issueGroupMessage(issue)}`),
    ...(hasCertainFix ? ['  Some have one certain fix: --fix sends it in place of what is wrong.'] : []),
    ...(issues.some(standsForNothing) ? [`  ${emptyHint}`] : []),
  ];
}

/** True for cells with a text such as `n/a`. */
export function standsForNothing({ code }: ImportPlan['issues'][number]): boolean {
  return code === 'placeholder-text';
}

export const emptyHint = 'To read such a text as an empty cell, name it: --empty n/a, for example.';

/** Where a key is from. */
export const keyNames: Readonly<Record<KeySource, string>> = {
  environment: 'from HELPCRUNCH_API_KEY',
  keychain: "from this system's keychain",
};

/** Where the customers go, and where the key for it is from. */
export interface PlanPlace {
  readonly account: AccountLabel | undefined;
  readonly keySource: KeySource | undefined;
  /** Requests a minute. */
  readonly rate: number;
}

/** The plan, printed. */
export function planLines(plan: ImportPlan, place: PlanPlace): string[] {
  const { account, rate } = place;
  return [
    '',
    'Plan',
    ...tableLines(planRows(plan).map(([label, count]) => [`  ${label}`, count])),
    ...(account ? [`  Account: ${placeName(place)}`] : []),
    ...planNotes(plan, account?.kind, rate).map((note) => `  ${note}`),
  ];
}

function placeName({ account, keySource }: PlanPlace): string {
  const key = keySource === undefined ? '' : `, key ${keyNames[keySource]}`;
  return account ? `${accountName(account)}${key}` : '';
}

export function accountName({ kind, host }: AccountLabel): string {
  return kind === 'sandbox' ? `sandbox${host === undefined ? '' : ` at ${host}`}` : `HelpCrunch at ${host}`;
}

/** What came of it. */
export function resultLines(totals: Totals, files: Readonly<Partial<Record<ResultFile, string>>>): string[] {
  return tableLines(
    resultRows(totals, files)
      .map(({ name, count, file }) => [name, number(count), file === undefined ? '' : nearPath(file)])
      .concat([['Rows', number(totals.rows), '']]),
  );
}

/** A file inside the folder in which the command runs, as it is named there. */
function nearPath(file: string): string {
  const near = relative('', file);
  return near.startsWith('..') ? file : near;
}
