import { limits } from './backend/limits.ts';
import type { ValidatedRun } from './campaign.ts';
import { limitsOf } from './validate-run.ts';

const columns = [
  'runs',
  'yes',
  'no',
  'unknown',
  'none',
  'resolved',
  'unresolved',
  'posts',
  'drafts',
  'excused',
  'wrong',
] as const;

/**
 * What came of some runs. `none`: ended before it could claim anything. Of the unknown, `resolved` were found by looking
 * again, and `unresolved` exist and were not found. `posts`: creates that arrived. `excused`: wrong claims that HTTP
 * cannot show.
 */
export type Tally = Record<(typeof columns)[number], number>;

/** A tally for each name, and one of all. */
export interface Tallies {
  readonly byName: ReadonlyMap<string, Tally>;
  readonly all: Tally;
  add(name: string, run: ValidatedRun): void;
}

export function createTallies(): Tallies {
  const byName = new Map<string, Tally>();
  const all = emptyTally();
  return {
    byName,
    all,
    add(name, run) {
      const tally = byName.get(name) ?? emptyTally();
      byName.set(name, tally);
      count(tally, run);
      count(all, run);
    },
  };
}

function emptyTally(): Tally {
  return Object.fromEntries(columns.map((column) => [column, 0])) as Tally;
}

function count(tally: Tally, { report, truth, wrong, excused }: ValidatedRun): void {
  tally.runs += 1;
  if (wrong.length > 0) tally.wrong += 1;
  if (excused.length > 0) tally.excused += 1;
  if (!report || !truth) return;
  const [first] = report.attempts;
  tally[first.first] += 1;
  tally.posts += truth.creates;
  if (report.draft) tally.drafts += 1;
  if (first.first !== 'unknown') return;
  if (report.attempts.at(-1)?.last === 'yes') tally.resolved += 1;
  else if (truth.made.length > 0) tally.unresolved += 1;
}

/** What HTTP cannot show: how often it was so, and how often something wrong was claimed because of it. */
export interface LimitCounts {
  add(run: ValidatedRun): void;
  table(): string;
}

export function createLimitCounts(): LimitCounts {
  const counts = new Map<string, { runs: number; excused: number }>();
  return {
    add({ truth, report, excused }) {
      for (const name of truth && report ? limitsOf({ truth, report }) : []) {
        const { runs, excused: before } = counts.get(name) ?? { runs: 0, excused: 0 };
        const isExcused = excused.some(({ limit }) => limit === name);
        counts.set(name, { runs: runs + 1, excused: before + (isExcused ? 1 : 0) });
      }
    },
    table: () =>
      formatTable([
        ['what HTTP cannot show', 'runs', 'wrong claims'],
        ...limits.map(({ name }) => {
          const { runs, excused } = counts.get(name) ?? { runs: 0, excused: 0 };
          return [name, String(runs), String(excused)];
        }),
      ]),
  };
}

/** A Markdown table; one row a name, in this order, and one for all. */
export function tableOf(heading: string, names: readonly string[], { byName, all }: Tallies): string {
  const rows = names.flatMap((name) => {
    const tally = byName.get(name);
    return tally ? [[name, ...cells(tally)]] : [];
  });
  return formatTable([[heading, ...columns], ...rows, ['**all**', ...cells(all)]]);
}

function cells(tally: Tally): string[] {
  return columns.map((column) => String(tally[column]));
}

function formatTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const [first = '', ...body] = rows.map((row) => formatRow(row, widths));
  const marks = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [first, `| ${marks.join(' | ')} |`, ...body, ''].join('\n');
}

function formatRow(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
  );
  return `| ${padded.join(' | ')} |`;
}

/** What went wrong in a run, and the command that repeats it. */
export function failureMessage({ plan, report, truth, wrong }: ValidatedRun): string {
  const { seed, number, fault, driver, run } = plan;
  const claims = (report?.attempts ?? []).map(
    ({ outcome, first, last, check, consent }) =>
      `${outcome}, ${first} → ${last}${check ? ` (${check})` : ''}${consent ? `, ${consent} consent` : ''}`,
  );
  const made = truth ? truth.made.map(({ id }) => id).join(', ') || 'no customer' : 'not known';
  return [
    `Wrong: run ${number}, ${fault.name} (${run.detail}), by ${driver}`,
    ...wrong.map(({ rule, how }) => `  broken: ${rule}: ${how}`),
    `  it claims: ${claims.join('; then ') || 'nothing'}; it made: ${made}; creates: ${truth?.creates ?? '?'}`,
    `  again: pnpm faults --seed ${seed} --only ${number}`,
    '',
  ].join('\n');
}
