import { TableError } from './table-problem.ts';

/** Columns that our result files add. Where a result file is imported again, they are recognized and passed over. */
export const ownColumns = ['helpcrunch_id', 'error', 'error_column', 'status'] as const;

export function isOwnColumn(header: string): boolean {
  return (ownColumns as readonly string[]).includes(header);
}

/**
 * The trimmed names of the columns.
 *
 * @throws TableError where columns cannot be told apart, or where the first line is a customer.
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
