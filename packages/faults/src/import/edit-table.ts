import type { Random } from '../random.ts';
import { makeRows, type PlannedRow, toRow } from './import-plan.ts';

/** A row that was edited: its earlier version may have been sent. */
export interface EditedRow {
  readonly before: PlannedRow;
  readonly after: PlannedRow;
}

export interface EditedTable {
  readonly rows: readonly PlannedRow[];
  readonly edited: readonly EditedRow[];
}

/** Edits a table between two processes, as people do: other order, new rows, other cells, or fewer rows. */
export function editTable(
  rows: readonly PlannedRow[],
  { random, fix }: { random: Random; fix: boolean },
): EditedTable {
  switch (random.pick(['sort', 'append', 'fix-failed', 'edit', 'all'] as const)) {
    case 'sort':
      return { rows: shuffled(rows, random), edited: [] };
    case 'append':
      return { rows: append(rows, random, fix), edited: [] };
    case 'fix-failed':
      return editRows(rows, (row) => !row.isValid);
    case 'edit':
      return editRows(rows, () => random.percent(15));
    default: {
      const { rows: next, edited } = editRows(rows, (row) => !row.isValid || random.percent(10));
      return { rows: shuffled(append(next, random, fix), random), edited };
    }
  }
}

/**
 * Puts the version of a row back that may have been created, as a person does after the import named it. `undefined` when
 * no edit made or replaced that version.
 */
export function putBack(
  rows: readonly PlannedRow[],
  edits: readonly EditedRow[],
  sentName: string | undefined,
): readonly PlannedRow[] | undefined {
  const version = edits.flatMap(({ before, after }) => [before, after]).find(({ name }) => name === sentName);
  if (!version || rows.some(({ name }) => name === version.name)) return undefined;
  const next: PlannedRow[] = [];
  for (const row of rows) next.push(originalName(row) === originalName(version) ? toRow(version, next) : row);
  return next;
}

function originalName({ name }: PlannedRow): string {
  return name.replace(/(?: v2)+$/, '');
}

function append(rows: readonly PlannedRow[], random: Random, fix: boolean): readonly PlannedRow[] {
  return [...rows, ...makeRows(random, { count: random.int(1, 10), fix, before: rows })];
}

/** The customer stays the same by user ID and email; rows that occur twice are left, since both would have to change. */
function editRows(rows: readonly PlannedRow[], isChosen: (row: PlannedRow) => boolean): EditedTable {
  const edited: EditedRow[] = [];
  const isSingle = ({ text }: PlannedRow) => rows.filter((row) => row.text === text).length === 1;
  const next = rows.map((row) => {
    if (!isSingle(row) || !isChosen(row)) return row;
    const email = row.email === 'no address' ? '' : row.email;
    const locale = row.locale === 'English' ? 'en' : row.locale;
    const after = toRow({ ...row, name: `${row.name} v2`, email, locale, isValid: true }, []);
    edited.push({ before: row, after });
    return after;
  });
  return { rows: next, edited };
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  const order = items.map((item) => ({ item, at: random.int(0, 1_000_000) }));
  return order.toSorted((one, other) => one.at - other.at).map(({ item }) => item);
}
