import { makeImportPlan } from './import-plan.ts';
import { type ImportedRun, runImported } from './import-run.ts';

export interface ImportCampaign {
  readonly seed: number;
  readonly numbers: Iterable<number>;
  readonly onRun: (run: ImportedRun) => void;
  readonly signal: AbortSignal;
}

/** Programs need the processor for themselves. */
const width = 4;

export async function runImports({ seed, numbers, onRun, signal }: ImportCampaign): Promise<void> {
  const waiting = numbers[Symbol.iterator]();
  const work = async () => {
    while (!signal.aborted) {
      const next = waiting.next();
      if (next.done) return;
      const plan = makeImportPlan(seed, next.value);
      onRun(await runImported(plan).catch((error: unknown) => broken(plan, error)));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
}

function broken(plan: ImportedRun['plan'], error: unknown): ImportedRun {
  const how = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const none = {
    ...{ processes: 0, killed: 0, created: 0, unknown: 0, edited: 0, deleted: 0, creates: 0, busiest: 0 },
    isDone: false,
  };
  return { plan, ...none, wrong: [`it does not end: ${how}`] };
}

/** What went wrong in a run, and the command that repeats it. */
export function importFailure({ plan, wrong, processes, killed }: ImportedRun): string {
  const { seed, number, driver, rows, rate, faults, kills } = plan;
  return [
    `Wrong: run ${number} by ${driver}, ${rows.length} rows at ${rate}, ${JSON.stringify(faults)}`,
    `  kills: ${JSON.stringify(kills)}; processes: ${processes}, killed: ${killed}`,
    ...wrong.map((how) => `  broken: ${how}`),
    `  again: pnpm faults --import --seed ${seed} --only ${number}`,
    '',
  ].join('\n');
}

const columns = [
  'runs',
  'rows',
  'processes',
  'killed',
  'created',
  'unknown',
  'edited',
  'deleted',
  'creates',
  'done',
  'wrong',
] as const;

/** One row for each driver, and the busiest minute of all. */
export function importTable(runs: readonly ImportedRun[]): string {
  const row = (name: string, some: readonly ImportedRun[]) => {
    const sum = (count: (run: ImportedRun) => number) => some.reduce((total, run) => total + count(run), 0);
    const cells = [
      some.length,
      sum(({ plan }) => plan.rows.length),
      sum(({ processes }) => processes),
      sum(({ killed }) => killed),
      sum(({ created }) => created),
      sum(({ unknown }) => unknown),
      sum(({ edited }) => edited),
      sum(({ deleted }) => deleted),
      sum(({ creates }) => creates),
      sum(({ isDone }) => Number(isDone)),
      sum(({ wrong }) => Number(wrong.length > 0)),
    ];
    return `| ${name.padEnd(7)} | ${cells.map((cell, index) => String(cell).padStart(columns[index]?.length ?? 0)).join(' | ')} |`;
  };
  const busiest = Math.max(0, ...runs.map((run) => run.busiest));
  return [
    `| ${'driver'.padEnd(7)} | ${columns.join(' | ')} |`,
    `| ${'-'.repeat(7)} | ${columns.map((name) => `${'-'.repeat(name.length - 1)}:`).join(' | ')} |`,
    ...(['engine', 'program'] as const).map((name) =>
      row(
        name,
        runs.filter(({ plan }) => plan.driver === name),
      ),
    ),
    row('**all**', runs),
    `The busiest minute had ${Math.round(busiest * 100)} % of its rate.`,
    '',
  ].join('\n');
}
