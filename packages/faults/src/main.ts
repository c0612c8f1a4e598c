import process from 'node:process';
import { callerNames } from './callers/caller-name.ts';
import { runAll } from './campaign/run-all.ts';
import { helpText } from './command-line/help-text.ts';
import { type Command, readArguments } from './command-line/read-arguments.ts';
import { faults } from './faults/fault-list.ts';
import { kindOf } from './plan/run-plan.ts';
import { missingBundles } from './program/bundles.ts';
import { failureText } from './report/failure.ts';
import { tableOf } from './report/table.ts';
import { createTallies } from './report/tally.ts';
import { trustCertificates } from './world/trusted.ts';

const command = readArguments(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(helpText());
    break;
  case 'wrong':
    process.stderr.write(`${command.sentence}\nTry --help.\n`);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = await run(command);
    break;
  default: {
    const unreachable: never = command;
    throw new Error(`unknown command: ${JSON.stringify(unreachable)}`);
  }
}

type RunCommand = Extract<Command, { kind: 'run' }>;

async function run(asked: RunCommand): Promise<number> {
  const missing = missingBundles();
  if (missing.length > 0) {
    process.stderr.write(
      `Not built: ${missing.join(', ')}. Run \`pnpm build\` first, or \`pnpm faults\`, which does.\n`,
    );
    return 1;
  }
  trustCertificates();
  const planned = asked.only === undefined ? asked.runs : 1;
  const byFault = createTallies();
  const byCaller = createTallies();
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  const startedAt = Date.now();
  process.stderr.write(`Seed ${asked.seed}, ${planned} to go\n`);
  await runAll({
    seed: asked.seed,
    numbers: { [Symbol.iterator]: () => numbersOf(asked) },
    signal: stopped.signal,
    onRun(judged) {
      byFault.add(judged.plan.fault.name, judged);
      byCaller.add(judged.plan.caller, judged);
      if (judged.wrong.length > 0) process.stdout.write(failureText(judged));
      tellProgress(byFault.all.runs, planned, byFault.all.wrong);
    },
  });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  process.stderr.write(process.stderr.isTTY ? '\r\u001b[K' : '');
  process.stdout.write(
    `${tableOf(
      'fault',
      faults.map(({ name }) => name),
      byFault,
    )}\n`,
  );
  process.stdout.write(`${tableOf('caller', callerNames, byCaller)}\n`);
  const { runs, wrong } = byFault.all;
  process.stdout.write(`${runs} of ${planned} runs of seed ${asked.seed} in ${seconds} s: ${wrong} wrong.\n`);
  if (wrong > 0) return 1;
  return stopped.signal.aborted ? 130 : 0;
}

function* numbersOf({ runs, only, fault }: RunCommand): Generator<number> {
  if (only !== undefined) {
    yield only;
    return;
  }
  let made = 0;
  for (let number = 0; made < runs; number += 1) {
    if (fault !== undefined && kindOf(number) !== fault) continue;
    made += 1;
    yield number;
  }
}

function tellProgress(done: number, all: number, wrong: number): void {
  const text = `${done} of ${all}, ${wrong} wrong`;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}`);
  else if (done % 500 === 0) process.stderr.write(`${text}\n`);
}
