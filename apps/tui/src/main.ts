#!/usr/bin/env node
import { constants } from 'node:os';
import { applyProxy, proxyProblem, reachLoopbackDirectly } from '@helpcrunch-customer-kit/local';
import { type CommandReading, readCommand } from './command-line/commands.ts';
import { faceOf } from './command-line/face.ts';
import { helpText } from './command-line/help-text.ts';
import { isJsonAsked } from './command-line/is-json-asked.ts';
import { oldNodeProblem } from './command-line/old-node.ts';
import { programName } from './command-line/program-name.ts';
import { type CommandLine, readCommandLine } from './command-line/read-command-line.ts';
import { version } from './command-line/version.ts';
import { flushed } from './terminal/flushed.ts';
import { openKeySource } from './terminal/open-key-source.ts';
import { print } from './terminal/print.ts';
import { watchSignals } from './terminal/watch-signals.ts';

// A reader that has seen enough closes the pipe, and a full disk takes no log. That ends nothing that is under way; who
// writes a result hears of it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

reachLoopbackDirectly(process.env);
// A person's wish goes before that of a machine; Node would heed the other.
if (process.env['NO_COLOR']) process.env['FORCE_COLOR'] = '0';
const oldNode = oldNodeProblem(process.versions.node);
process.exitCode = oldNode === undefined ? await main(process.argv.slice(2)) : tellOldNode(oldNode);
await Promise.all([process.stdout, process.stderr].map(flushed));
// All is said. What still goes on by itself is nobody's: an HTTP client that a proxy hangs up on connects for ever.
process.exit();

/** The one owner of the exit code. Everything heavy is loaded on the way to where it is needed. */
async function main(argv: readonly string[]): Promise<number> {
  const problem = proxyProblem(process.env);
  if (problem !== undefined) return reportProxy(problem, argv);
  await applyProxy(process.env, process.execArgv);
  const command = readCommand(argv);
  if (command) return run(command);
  const reading = readCommandLine(argv);
  if (reading.ok && reading.commandLine.help) return print(process, helpText(programName(process.env)));
  if (reading.ok && reading.commandLine.version) return print(process, `${version}\n`);
  if (!reading.ok) {
    const { reportUsage } = await import('./non-interactive/report-usage.ts');
    return reportUsage(reading, process);
  }
  if (reading.commandLine.forget) {
    const { forgetDrafts } = await import('./commands/forget-drafts.ts');
    return forgetDrafts(process);
  }
  return untilSignal((signal) => create(reading.commandLine, signal));
}

async function reportProxy(problem: string, argv: readonly string[]): Promise<number> {
  const { reportUsage } = await import('./non-interactive/report-usage.ts');
  const [json, sandbox] = [isJsonAsked(argv), argv.includes('--sandbox')];
  return reportUsage({ ok: false, problem, json, sandbox }, process);
}

/** Nothing was read yet, so nothing was sent either. */
function tellOldNode(problem: string): 2 {
  process.stderr.write(`${problem}\n`);
  return 2;
}

async function run(command: CommandReading): Promise<number> {
  switch (command.kind) {
    case 'help':
      return print(process, helpText(programName(process.env)));
    case 'problem': {
      const { reportCommandUsage } = await import('./non-interactive/report-usage.ts');
      return reportCommandUsage(command, process);
    }
    case 'command': {
      const { runCommand } = await import('./commands/run-command.ts');
      return untilSignal(async (signal) => {
        const exitCode = await runCommand(command, signal, process);
        // What a command could not find out since it was stopped is no answer.
        return signal.aborted && exitCode !== 0 ? 130 : exitCode;
      });
    }
    default: {
      const unreachable: never = command;
      return unreachable;
    }
  }
}

/** The exit code of some work, or of the signal that ended it. */
async function untilSignal(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const signals = watchSignals(process);
  const exitCode = await work(signals.signal);
  return signals.received === undefined || signals.received === 'SIGINT'
    ? exitCode
    : 128 + constants.signals[signals.received];
}

async function create(commandLine: CommandLine, signal: AbortSignal): Promise<number> {
  const keys = openKeySource(process, commandLine.from);
  const isTerminal = keys.isTTY === true && process.stderr.isTTY === true;
  const face = faceOf(commandLine, { isTerminal, environment: process.env });
  switch (face) {
    case 'wizard': {
      if (commandLine.idempotencyKey !== undefined) return refuseKey(commandLine);
      // A first sign of life, before the wizard is loaded. What is typed from here on is kept for it, and not echoed;
      // Node gives the terminal back as it was, whatever happens. Whoever is to write the customer may never do it, and
      // Ctrl+C ends that wait only where the terminal is not raw.
      if (commandLine.from === undefined) keys.setRawMode(true);
      process.stderr.write('HelpCrunch Customer Kit\n');
      const { openWizard } = await import('./program/open-wizard.ts');
      return openWizard(commandLine, signal, { process, keys, mode: 'drawn' });
    }
    case 'accessible': {
      if (commandLine.idempotencyKey !== undefined) return refuseKey(commandLine);
      const { openWizard } = await import('./program/open-wizard.ts');
      return openWizard(commandLine, signal, { process, keys, mode: 'lines' });
    }
    case 'no-questions': {
      if (commandLine.resume) return refuseToResume(commandLine);
      const { runAndReport } = await import('./non-interactive/run-and-report.ts');
      return runAndReport(commandLine, signal, process);
    }
    default: {
      const unreachable: never = face;
      return unreachable;
    }
  }
}

/** A customer that is still being changed cannot be the one that a key stands for. */
async function refuseKey({ json, sandbox }: CommandLine): Promise<number> {
  const { reportUsage } = await import('./non-interactive/report-usage.ts');
  const problem = '--idempotency-key is for a run without questions. Add --yes and the customer.';
  return reportUsage({ ok: false, problem, json, sandbox }, process);
}

/** A draft is gone on with by a person; passing over `--resume` would send something else than was meant. */
async function refuseToResume({ json, sandbox }: CommandLine): Promise<number> {
  const { reportUsage } = await import('./non-interactive/report-usage.ts');
  const problem = '--resume opens the wizard: it needs a terminal, and neither --yes nor --dry-run.';
  return reportUsage({ ok: false, problem, json, sandbox }, process);
}
