import process from 'node:process';
import { trustCertificates } from './backend/trusted.ts';
import { runAll } from './campaign.ts';
import { type Command, helpText, readArguments } from './command-line.ts';
import { driverNames } from './faults/fault.ts';
import { faults } from './faults/fault-list.ts';
import { importFailure, importTable, runImports } from './import/import-campaign.ts';
import { killFailure, killTable, runKills } from './kill/kill-campaign.ts';
import { kindOf, makePlan } from './plan.ts';
import { missingBundles } from './program.ts';
import { createLimitCounts, createTallies, failureMessage, tableOf } from './tables.ts';

const command = readArguments(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'usage-error':
    process.stderr.write(`${command.message}\nTry --help.\n`);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = await run(command);
    break;
  case 'kill':
    process.exitCode = await killed(command, { run: runKills, failure: killFailure, table: killTable });
    break;
  case 'import':
    process.exitCode = await killed(command, { run: runImports, failure: importFailure, table: importTable });
    break;
  default: {
    const unreachable: never = command;
    throw new Error(`unknown command: ${JSON.stringify(unreachable)}`);
  }
}

type RunCommand = Extract<Command, { kind: 'run' }>;

function isBuilt(): boolean {
  const missing = missingBundles();
  if (missing.length > 0)
    process.stderr.write(`Not built: ${missing.join(', ')}. Run \`pnpm build\` first.\n`);
  return missing.length === 0;
}

interface Campaign<Run> {
  readonly run: (options: {
    readonly seed: number;
    readonly numbers: Iterable<number>;
    readonly signal: AbortSignal;
    readonly onRun: (run: Run) => void;
  }) => Promise<void>;
  readonly failure: (run: Run) => string;
  readonly table: (runs: readonly Run[]) => string;
}

/** A campaign of programs that are killed. */
async function killed<Run extends { readonly wrong: readonly string[] }>(
  { seed, runs: planned, only }: Extract<Command, { kind: 'kill' | 'import' }>,
  campaign: Campaign<Run>,
): Promise<number> {
  if (!isBuilt()) return 1;
  const runs: Run[] = [];
  const signal = stopSignal();
  const startedAt = Date.now();
  const numbers = only === undefined ? Array.from({ length: planned }, (_, number) => number) : [only];
  process.stderr.write(`Seed ${seed}, ${numbers.length} to go\n`);
  const work = campaign.run({
    seed,
    numbers,
    signal,
    onRun(run) {
      // Ctrl+C reaches the programs of these runs as well: what they come to says nothing.
      if (signal.aborted) return;
      runs.push(run);
      if (run.wrong.length > 0) process.stdout.write(campaign.failure(run));
      showProgress(runs.length, numbers.length, runs.filter(({ wrong }) => wrong.length > 0).length);
    },
  });
  await Promise.race([work, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const wrong = runs.filter((run) => run.wrong.length > 0).length;
  process.stderr.write(process.stderr.isTTY ? '\r\u001b[K' : '');
  process.stdout.write(
    `${campaign.table(runs)}\n${runs.length} runs of seed ${seed} in ${seconds} s: ${wrong} wrong.\n`,
  );
  if (wrong > 0) return 1;
  return signal.aborted ? 130 : 0;
}

/** Aborted when a person or the system ends the program. A second signal ends it on the spot. */
function stopSignal(): AbortSignal {
  const stopped = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopped.abort());
  return stopped.signal;
}

async function run(asked: RunCommand): Promise<number> {
  if (!isBuilt()) return 1;
  trustCertificates();
  const planned = asked.only === undefined ? asked.runs : 1;
  const byFault = createTallies();
  const byDriver = createTallies();
  const limitCounts = createLimitCounts();
  const signal = stopSignal();
  const startedAt = Date.now();
  process.stderr.write(`Seed ${asked.seed}, ${planned} to go\n`);
  await runAll({
    seed: asked.seed,
    numbers: { [Symbol.iterator]: () => numbersOf(asked) },
    signal,
    onRun(validated) {
      byFault.add(validated.plan.fault.name, validated);
      byDriver.add(validated.plan.driver, validated);
      limitCounts.add(validated);
      if (validated.wrong.length > 0) process.stdout.write(failureMessage(validated));
      showProgress(byFault.all.runs, planned, byFault.all.wrong);
    },
  });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stderr.write(process.stderr.isTTY ? '\r\u001b[K' : '');
  const faultNames = faults.map(({ name }) => name);
  const { runs, wrong, excused } = byFault.all;
  const tables = [
    tableOf('fault', faultNames, byFault),
    tableOf('driver', driverNames, byDriver),
    limitCounts.table(),
    `${runs} of ${planned} runs of seed ${asked.seed} in ${seconds} s: ${wrong} wrong, ${excused} excused.`,
  ];
  process.stdout.write(`${tables.join('\n')}\n`);
  if (wrong > 0) return 1;
  return signal.aborted ? 130 : 0;
}

function* numbersOf({ seed, runs, only, fault, driver }: RunCommand): Generator<number> {
  if (only !== undefined) {
    yield only;
    return;
  }
  let made = 0;
  for (let number = 0; made < runs; number += 1) {
    if (fault !== undefined && kindOf(number) !== fault) continue;
    if (driver !== undefined && makePlan(seed, number).driver !== driver) continue;
    made += 1;
    yield number;
  }
}

function showProgress(done: number, all: number, wrong: number): void {
  const text = `${done} of ${all}, ${wrong} wrong`;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}`);
  else if (done % 100 === 0) process.stderr.write(`${text}\n`);
}
