import {
  checkHeader,
  misfitOf,
  readTextRows,
  TableError,
  type TableIssue,
  type TextRow,
  tableIssueMessage,
  unquoted,
} from '@helpcrunch-customer-kit/import/cells';
import { firstLineOf, RowMemory, type TableNote, type TableRow, type TableText } from './table-text.ts';

/** Reads a delimited table, again and again: of a new version, only the rows that changed. */
export function createDelimitedReader(delimiter?: string): (text: string) => TableText {
  const memory = new RowMemory<readonly string[]>();
  return (text) => {
    memory.startReading();
    const { rows: found, openQuote, delimiter: own } = readTextRows(text, delimiter);
    const [first, ...others] = found;
    const notes: TableNote[] = [];
    if (openQuote) notes.push(rowNote(text, openQuote, { code: 'quote-not-closed', line: openQuote.line }));
    const header = first ? readHeader(text, first, notes) : [];
    const rows: TableRow[] = [];
    // Without a header nothing says what the cells are.
    for (const row of header.length > 0 ? others : []) {
      const source = text.slice(row.start, row.end);
      const cells = memory.get(source, (own) => cellsOf(own, row));
      const misfit = misfitOf(cells, header.length, own);
      if (misfit) {
        notes.push(rowNote(text, row, { code: 'ragged-row', line: row.line, ...misfit, more: 0 }));
      } else rows.push(toTableRow(row, source, cells));
    }
    return { kind: 'csv', header, rows, notes, headerRange: (column) => cellRange(first, column) };
  };
}

function toTableRow(row: TextRow, source: string, cells: readonly string[]): TableRow {
  const { line, start } = row;
  return {
    line,
    start,
    source,
    cells,
    placeOf(column, _path) {
      if (column === undefined) return firstLineOf(source);
      const { offset, length } = cellRange(row, column);
      return { offset: offset - start, length };
    },
  };
}

function cellsOf(source: string, row: TextRow): string[] {
  return Array.from({ length: row.bounds.length / 2 }, (_, cell) => {
    const { offset, length } = cellRange(row, cell);
    return unquoted(source.slice(offset - row.start, offset - row.start + length));
  });
}

/** A cell as it is written, quotes included. */
function cellRange(row: TextRow | undefined, cell: number) {
  const offset = row?.bounds[cell * 2] ?? row?.end ?? 0;
  return { offset, length: (row?.bounds[cell * 2 + 1] ?? offset) - offset };
}

function readHeader(text: string, row: TextRow, notes: TableNote[]): readonly string[] {
  const cells = cellsOf(text.slice(row.start, row.end), row);
  try {
    return checkHeader(cells);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const { issue } = error;
    const column = columnOf(issue, cells);
    notes.push(
      column === undefined ? rowNote(text, row, issue) : { ...noteOf(issue), range: cellRange(row, column) },
    );
    return [];
  }
}

/** The header that a problem is about. */
function columnOf(problem: TableIssue, cells: readonly string[]): number | undefined {
  switch (problem.code) {
    case 'duplicate-header':
      return (problem.columns.at(-1) ?? 1) - 1;
    case 'header-is-data':
      return cells.findIndex((cell) => cell.trim() === problem.value);
    default:
      return undefined;
  }
}

function noteOf(issue: TableIssue) {
  return { code: issue.code, severity: 'error', message: tableIssueMessage(issue) } as const;
}

function rowNote(text: string, { start, end }: TextRow, issue: TableIssue): TableNote {
  const { length } = firstLineOf(text.slice(start, end));
  return { ...noteOf(issue), range: { offset: start, length } };
}
