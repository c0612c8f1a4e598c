import { type Connection, outcomeTraits, printableJson } from '@helpcrunch-customer-kit/core';
import {
  createRedactor,
  type KeyStore,
  type Redactor,
  systemKeys,
  unattendedPatience,
} from '@helpcrunch-customer-kit/local';
import type { Arguments } from '../command-line/arguments.ts';
import { shellCommand } from '../command-line/create-command.ts';
import { answerTimeoutOf } from '../command-line/create-options.ts';
import { programName } from '../command-line/program.ts';
import { adjustConnection } from '../non-interactive/adjust-connection.ts';
import { writeOut } from '../terminal/print.ts';
import { printable } from '../text/printable.ts';
import { type Command, type CommandEnd, commandOutcomes, type RunContext } from './command.ts';

/** What a command works with. */
export interface CommandContext extends RunContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly keys: KeyStore;
  readonly redactor: Redactor;
  /** Prints something worth knowing that is not the result, at once. */
  readonly note: (line: string) => void;
  /** A command of this program, as the user would write it. */
  readonly command: (words: readonly string[]) => string;
  /** Width of the terminal on standard output; infinite without one. */
  readonly columns: number;
  /** Applies `--timeout` and `--verbose`. */
  readonly adjust: (connection: Connection) => Connection;
}

interface ReportingCommand extends Omit<Command, 'run'> {
  readonly name: string;
  /** True when someone may have to unlock the keychain. */
  readonly isAttended?: boolean;
  readonly run: (args: Arguments, context: CommandContext) => Promise<CommandEnd>;
}

/** A command whose end is one report: lines for people, or with `--json` one object. */
export function reportingCommand({ name, isAttended, run, ...command }: ReportingCommand): Command {
  return {
    ...command,
    async run(args, context) {
      const { process, signal } = context;
      const redactor = createRedactor(process.env);
      const note = (line: string) => process.stderr.write(`${printable(redactor.hide(line))}\n`);
      const end = await run(args, {
        ...context,
        environment: process.env,
        keys: systemKeys({
          environment: process.env,
          signal,
          ...(isAttended ? {} : { patience: unattendedPatience }),
        }),
        redactor,
        note,
        columns: (process.stdout.isTTY && process.stdout.columns) || Number.POSITIVE_INFINITY,
        command: (words) => shellCommand(programName(process.env), words),
        adjust: (connection) =>
          adjustConnection(
            connection,
            { answerTimeout: answerTimeoutOf(args.values), verbose: args.values['verbose'] === true },
            note,
          ),
      });
      const { stdout, stderr } = process;
      const json = args.values['json'] === true;
      const exitCode = await reportEnd(name, end, { json, hide: redactor.hide, stdout, stderr });
      // An answer that could not be found out because the command was stopped is not an answer.
      return signal.aborted && exitCode !== 0 ? 130 : exitCode;
    },
  };
}

export interface ReportOptions {
  readonly json: boolean;
  readonly hide: Redactor['hide'];
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Prints how a command ended; returns the exit code, which is 74 when standard output takes nothing. */
export async function reportEnd(
  command: string,
  end: CommandEnd,
  { json, hide, stdout, stderr }: ReportOptions,
): Promise<number> {
  const { outcome, data = {}, lines = [], issues = [], next = [], retryAfterSeconds } = end;
  const { exitCode, retryable } = { ...traitsOf(outcome), ...definedTraits(end) };
  const toText = (line: string) => `${printable(hide(line))}\n`;
  const result = {
    schemaVersion: 1,
    command,
    outcome,
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...data,
    issues,
    next,
  };
  const output = json ? `${printableJson(result, { hide })}\n` : lines.map(toText).join('');
  const written = await writeOut(stdout, output);
  if (!json) stderr.write([...issues.map(({ message }) => message), ...next.map(arrow)].map(toText).join(''));
  if (written.ok) return exitCode;
  stderr.write(`The result could not be written to standard output (${written.code}).\n${output}`);
  return 74;
}

function definedTraits({ exitCode, retryable }: CommandEnd) {
  return {
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(retryable === undefined ? {} : { retryable }),
  };
}

function arrow(step: string): string {
  return `→ ${step}`;
}

function traitsOf(outcome: CommandEnd['outcome']): {
  readonly exitCode: number;
  readonly retryable: boolean;
} {
  if (outcome in outcomeTraits) return outcomeTraits[outcome as keyof typeof outcomeTraits];
  const exitCode = commandOutcomes[outcome as keyof typeof commandOutcomes];
  return { exitCode, retryable: exitCode === 75 };
}
