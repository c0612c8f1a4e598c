import { makeKillPlan, troubles } from './kill-plan.ts';
import { type KilledRun, runKilled } from './kill-run.ts';

export interface KillCampaign {
  readonly seed: number;
  /** The numbers of the runs, in order. */
  readonly numbers: Iterable<number>;
  readonly onRun: (run: KilledRun) => void;
  /** Aborted to stop after the runs that are under way. */
  readonly signal: AbortSignal;
}

/** Programs need the processor for themselves. */
const width = 4;

export async function runKills({ seed, numbers, onRun, signal }: KillCampaign): Promise<void> {
  const waiting = numbers[Symbol.iterator]();
  const work = async () => {
    while (!signal.aborted) {
      const next = waiting.next();
      if (next.done) return;
      const plan = makeKillPlan(seed, next.value);
      onRun(
        await runKilled(plan).catch((error: unknown): KilledRun => {
          const how = error instanceof Error ? (error.stack ?? error.message) : String(error);
          return { plan, killed: 0, posts: 0, end: 'open', wrong: [`it does not end: ${how}`] };
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: width }, work));
}

/** What went wrong in a run, and the command that repeats it. */
export function killFailure({ plan, posts, end, wrong }: KilledRun): string {
  const { seed, number, trouble, program, moment, customer } = plan;
  return [
    `Wrong: run ${number}, ${trouble} at ${program} (${JSON.stringify(moment)}), ${JSON.stringify(customer)}`,
    ...wrong.map((how) => `  broken: ${how}`),
    `  it ends as ${end}; creates: ${posts}`,
    `  again: pnpm faults --kill --seed ${seed} --only ${number}`,
    '',
  ].join('\n');
}

const columns = ['runs', 'killed', 'posts', 'created', 'open', 'not-sent', 'wrong'] as const;

/** One row for each trouble: how many runs, killed processes, creates that arrived, and how they ended. */
export function killTable(runs: readonly KilledRun[]): string {
  const names = [...new Set<string>(troubles.map(({ name }) => name))];
  const row = (name: string, some: readonly KilledRun[]) => {
    const ends = (end: string) => some.filter((run) => run.end === end).length;
    const sum = (count: (run: KilledRun) => number) => some.reduce((total, run) => total + count(run), 0);
    const killed = sum((run) => run.killed);
    const wrong = some.filter((run) => run.wrong.length > 0).length;
    const cells = [
      some.length,
      killed,
      sum(({ posts }) => posts),
      ends('created'),
      ends('open'),
      ends('not-sent'),
      wrong,
    ];
    return `| ${name.padEnd(11)} | ${cells.map((cell, index) => String(cell).padStart(columns[index]?.length ?? 0)).join(' | ')} |`;
  };
  return [
    `| ${'trouble'.padEnd(11)} | ${columns.join(' | ')} |`,
    `| ${'-'.repeat(11)} | ${columns.map((name) => `${'-'.repeat(name.length - 1)}:`).join(' | ')} |`,
    ...names.map((name) =>
      row(
        name,
        runs.filter(({ plan }) => plan.trouble === name),
      ),
    ),
    row('**all**', runs),
    '',
  ].join('\n');
}
