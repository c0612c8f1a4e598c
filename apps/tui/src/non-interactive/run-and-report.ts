import type { Readable } from 'node:stream';
import type { CommandLine } from '../command-line/read-command-line.ts';
import { createRedactor } from '../keys/redactor.ts';
import { systemKeys, unattendedPatience } from '../keys/system-keys.ts';
import { printable } from '../terminal/printable.ts';
import { jsonReport, textReport } from './report.ts';
import { run } from './run.ts';

interface ProcessWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Runs without questions and reports: to programs with `--json`, to people without. Returns the exit code. */
export async function runAndReport(
  commandLine: CommandLine,
  signal: AbortSignal,
  { env, stdin, stdout, stderr }: ProcessWorld,
): Promise<number> {
  // Whatever is written, the key is not in it, though an answer or a file may quote it.
  const { hide, learn: learnKey } = createRedactor(env);
  const noted = new Set<string>();
  const note = (sentence: string) => {
    noted.add(sentence);
    stderr.write(`${printable(hide(sentence))}\n`);
  };
  const finish = await run(commandLine, {
    environment: env,
    keys: systemKeys({ environment: env, signal, patience: unattendedPatience }),
    learnKey,
    stdin,
    signal,
    note,
  });
  const report = commandLine.json ? jsonReport(finish, hide) : textReport(finish, hide, noted);
  stdout.write(report.stdout);
  stderr.write(report.stderr);
  return finish.exitCode;
}
