import { delimiters } from './dialect.ts';
import type { Cell } from './table.ts';
import { TableError } from './table-issue.ts';

/** Columns that our result files add at the end of each row. */
export const ownColumns = {
  // Before `found`, which is a part of it.
  skipped: ['helpcrunch_id', 'helpcrunch_reason'],
  found: ['helpcrunch_id'],
  failed: ['error', 'error_column', 'status'],
} as const;

/**
 * How many columns of a header are the user's. Where a result file is imported again, the columns at its end are ours;
 * a `status` of the user's own is not among them.
 */
export function countUserColumns(header: readonly string[]): number {
  for (const names of Object.values(ownColumns)) {
    const end = header.length - names.length;
    if (end > 0 && names.every((name, index) => header[end + index] === name)) return end;
  }
  return header.length;
}

/**
 * The trimmed names of the columns.
 *
 * @throws TableError where columns cannot be distinguished, or where the first line is a customer.
 */
export function checkHeader(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  const data = names.find(isData);
  if (data !== undefined) throw new TableError({ code: 'header-is-data', value: data });
  const empty = names.indexOf('');
  if (names.length === 0) throw new TableError({ code: 'empty' });
  if (empty !== -1) throw new TableError({ code: 'empty-header', column: empty + 1 });
  const places = Map.groupBy(names.keys(), (index) => names[index]);
  for (const [header = '', columns] of places) {
    if (columns.length > 1) {
      throw new TableError({ code: 'duplicate-header', header, columns: columns.map((index) => index + 1) });
    }
  }
  return names;
}

/** An email address, a date or a number is not the name of a column. */
function isData(name: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name) || /^\+?[\d\s.:/-]{4,}$/.test(name);
}

/** How a row does not fit its header. */
export interface Misfit {
  readonly cells: number;
  readonly expected: number;
  /** Divides the row into enough cells, where that of the table does not. */
  readonly delimiter: string | undefined;
}

/**
 * What is wrong with the number of cells; `undefined` for nothing. Spreadsheets leave out or add empty cells at the end
 * of a row: nothing is lost there, unless another delimiter divides the row.
 */
export function misfitOf(cells: readonly Cell[], expected: number, own: string): Misfit | undefined {
  if (cells.length === expected) return undefined;
  // Only where its own delimiter is nowhere in the row: a short row may have a cell with a list, such as `vip;beta;gold`.
  const [only] = cells.length === 1 && expected > 2 ? cells : [];
  const delimiter =
    typeof only === 'string'
      ? delimiters.find((other) => other !== own && only.split(other).length >= expected)
      : undefined;
  const isTooLong = cells.slice(expected).some((cell) => cell !== '');
  return isTooLong || delimiter !== undefined ? { cells: cells.length, expected, delimiter } : undefined;
}
