import type { Severity, TextRange } from '@helpcrunch-customer-kit/core';
import {
  comparedValues,
  createProfiler,
  customerOfRow,
  type Mapping,
  type MappingChoices,
  type MappingQuestion,
  mapColumns,
  planMapped,
  type Row,
  readMappingFile,
  rowHasher,
  rowIssues,
  sameRowMessage,
  sharedIssues,
} from '@helpcrunch-customer-kit/import/cells';
import { mappingFileNote, mappingNotes } from './mapping-notes.ts';
import { firstLineOf, RowMemory, type TableNote, type TableRow, type TableText } from './table-text.ts';

/** What was found in a row by itself; ranges start at the row. */
interface CheckedRow {
  /** Equal for rows with the same cells. */
  readonly key: string;
  readonly userId: string | undefined;
  readonly email: string | undefined;
  readonly issues: readonly RowNote[];
  /** The column that a part of the customer comes from. */
  readonly userIdColumn: number | undefined;
  readonly emailColumn: number | undefined;
}

interface RowNote {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  readonly isRule?: boolean;
}

/** Checks a table by the rules of an import, again and again: of a new version, only the rows that changed. */
export function createTableChecker(
  now: () => number,
): (table: TableText, mapping: string | undefined) => TableNote[] {
  let memory = new RowMemory<CheckedRow>();
  let lastMapping = '';
  return (table, saved) => {
    const reading = saved === undefined ? undefined : readMappingFile(saved);
    const { mapping, questions } = mappingOf(table, reading?.ok ? reading.choices : {});
    const written = JSON.stringify([mapping, table.header]);
    if (written !== lastMapping) memory = new RowMemory();
    lastMapping = written;
    memory.startReading();
    const identity = rowHasher({ header: table.header, format: { kind: table.kind } }, (text) => text);
    const lines: FirstLines = { rows: new Map(), userIds: new Map(), emails: new Map() };
    const notes = [...table.notes, ...mappingNotes(table, questions)];
    if (reading && !reading.ok) notes.push(mappingFileNote(table, reading.message));
    for (const row of table.rows) {
      const checked = memory.get(row.source, () => checkRow(row, { mapping, now: now(), identity }));
      for (const note of notesOf(row, checked, lines)) {
        notes.push({ ...note, range: { ...note.range, offset: note.range.offset + row.start } });
      }
    }
    return notes;
  };
}

/** Columns that the import would ask about are left out of the rows. */
function mappingOf(
  { header, rows }: TableText,
  choices: MappingChoices,
): { mapping: Mapping; questions: readonly MappingQuestion[] } {
  const profiler = createProfiler(header);
  profiler.read(rows);
  const { mapping, questions } = mapColumns(profiler.profiles(), choices);
  const unclear = new Set(
    questions.flatMap((question) => (question.kind === 'ambiguous-dates' ? [question.header] : [])),
  );
  const columns = mapping.columns.map((column) =>
    unclear.has(column.header) ? { ...column, target: undefined } : column,
  );
  const { zeroIsNoDate = true } = choices;
  return { mapping: { ...mapping, columns, zeroIsNoDate }, questions: rows.length > 0 ? questions : [] };
}

interface RowContext {
  readonly mapping: Mapping;
  readonly now: number;
  readonly identity: (row: Row) => string;
}

function checkRow({ line, cells, placeOf }: TableRow, { mapping, now, identity }: RowContext): CheckedRow {
  const row = { line, cells };
  const mapped = customerOfRow(row, mapping);
  const plan = planMapped(mapped, mapped.customer, now);
  const issues = rowIssues(plan, mapped).map(({ code, severity, message, column, path }) => ({
    code,
    severity,
    message,
    range: placeOf(column, path),
    ...(path === undefined ? {} : { isRule: true }),
  }));
  return {
    key: identity(row),
    ...comparedValues(plan),
    issues,
    userIdColumn: mapped.columnOf('/userId'),
    emailColumn: mapped.columnOf('/email'),
  };
}

interface FirstLines {
  readonly rows: Map<string, number>;
  readonly userIds: Map<string, number>;
  readonly emails: Map<string, number>;
}

/** The issues of a row, and what it has in common with earlier ones. */
function notesOf(
  { line, source, placeOf }: TableRow,
  { key, userId, email, issues, userIdColumn, emailColumn }: CheckedRow,
  lines: FirstLines,
): readonly RowNote[] {
  const same = firstLine(lines.rows, key, line);
  if (same !== undefined) {
    return [
      { code: 'same-row', severity: 'advice', message: sameRowMessage(same), range: firstLineOf(source) },
    ];
  }
  const shared = sharedIssues(firstLine(lines.userIds, userId, line), firstLine(lines.emails, email, line));
  if (shared.length === 0) return issues;
  return [
    ...issues,
    ...shared.map(({ code, severity, path, message }) => {
      const column = code === 'same-user-id' ? userIdColumn : emailColumn;
      return { code, severity, message, range: placeOf(column, path) };
    }),
  ];
}

/** The line that was found first with a value; `undefined` when that is this one. */
function firstLine(known: Map<string, number>, value: string | undefined, line: number): number | undefined {
  if (value === undefined) return undefined;
  const earlier = known.get(value);
  if (earlier === undefined) known.set(value, line);
  return earlier;
}
