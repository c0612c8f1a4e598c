import { constants } from 'node:os';
import {
  applyProxy,
  reachLoopbackDirectly,
  validateNodeVersion,
  validateProxy,
} from '@helpcrunch-customer-kit/local/start-checks';
import { readArguments, wantsJson } from './command-line/arguments.ts';
import { programName, version } from './command-line/program.ts';
import type { Command, CommandEntry } from './commands/command.ts';
import { commands, createEntry } from './commands/list.ts';
import { flushed, print } from './terminal/print.ts';
import { watchSignals } from './terminal/watch-signals.ts';

/** Runs the command that the arguments name, and ends the process. */
export async function runProgram(): Promise<never> {
  // A reader that has seen enough closes the pipe, and a full disk takes no log. Neither ends what is under way; code that
  // writes a result checks whether it arrived.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  reachLoopbackDirectly(process.env);
  // The user's wish goes before a machine's; Node would follow the other.
  if (process.env['NO_COLOR']) process.env['FORCE_COLOR'] = '0';
  const oldNode = validateNodeVersion(process.versions.node);
  process.exitCode = oldNode === undefined ? await main(process.argv.slice(2)) : reportOldNode(oldNode);
  await Promise.all([process.stdout, process.stderr].map(flushed));
  // Whatever still runs has no purpose: an HTTP client whose proxy hangs up keeps connecting forever.
  return process.exit();
}

/** The one owner of the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const { entry, words, isHelp } = findCommand(argv);
  // Before anything takes time.
  const signals = watchSignals(process, entry.finishesAlways);
  const command = await entry.load();
  if (isHelp) return printHelp(entry, command);
  const names = entry === createEntry ? commands.map(({ name }) => name) : [];
  const reading = readArguments(words, command, names);
  const args = reading.ok ? reading.args : undefined;
  if (args?.values['help'] === true) return printHelp(entry, command);
  if (args?.values['version'] === true) return print(process, `${version}\n`);
  const message =
    validateProxy(process.env) ?? (reading.ok ? command.check?.(reading.args) : reading.message);
  if (message !== undefined || !args) return reportUsageError(entry, message ?? '', words);
  const { sandbox } = args.values;
  if (typeof sandbox === 'string') reachLoopbackDirectly(process.env, sandbox);
  await applyProxy(process.env, process.execArgv);
  const { signal, secondInterrupt } = signals;
  const exitCode =
    signal.aborted && !entry.finishesAlways
      ? 128 + constants.signals.SIGINT
      : await command.run(args, { process, signal, secondInterrupt, commands });
  return signals.received === undefined || signals.received === 'SIGINT'
    ? exitCode
    : 128 + constants.signals[signals.received];
}

/** The command is the first word; a `--` before it, which script runners leave there, is ignored. */
function findCommand(argv: readonly string[]) {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  const isHelp = words[0] === 'help';
  const [name, ...rest] = isHelp ? words.slice(1) : words;
  const entry = commands.find((each) => each.name === name);
  return { entry: entry ?? createEntry, words: entry ? rest : words, isHelp };
}

async function printHelp(entry: CommandEntry, command: Command): Promise<number> {
  const { commandHelp, programHelp } = await import('./command-line/help.ts');
  const program = programName(process.env);
  const text =
    entry === createEntry
      ? programHelp(program, commands, command.flags)
      : commandHelp(program, entry, command);
  return print(process, text);
}

async function reportUsageError(
  { name }: CommandEntry,
  message: string,
  words: readonly string[],
): Promise<number> {
  const { reportUsage } = await import('./non-interactive/report.ts');
  const sandbox = words.some((word) => word === '--sandbox' || word.startsWith('--sandbox='));
  return reportUsage({ command: name, message, json: wantsJson(words), sandbox }, process);
}

/** Nothing was read yet, so nothing was sent either. */
function reportOldNode(message: string): 2 {
  process.stderr.write(`${message}\n`);
  return 2;
}
