import { hideKeys } from '@helpcrunch-customer-kit/core';
import type { CommandLine } from '../command-line/read-command-line.ts';
import { printable } from '../terminal/printable.ts';
import { jsonReport, textReport } from './report.ts';
import { run } from './run.ts';

interface ProcessWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Runs without questions and reports: to programs with `--json`, to people without. Returns the exit code. */
export async function runAndReport(
  commandLine: CommandLine,
  signal: AbortSignal,
  { env, stdin, stdout, stderr }: ProcessWorld,
): Promise<number> {
  const note = (sentence: string) => stderr.write(`${printable(hideKeys(sentence))}\n`);
  const finish = await run(commandLine, { environment: env, stdin, signal, note });
  const report = commandLine.json ? jsonReport(finish) : textReport(finish);
  // An answer could quote the key back: whatever is written, the key is not in it.
  const key = env['HELPCRUNCH_API_KEY']?.trim();
  const hide = (text: string) => (key ? text.replaceAll(key, '[hidden]') : text);
  stdout.write(hide(report.stdout));
  stderr.write(hide(report.stderr));
  return finish.exitCode;
}
