import type { CommandLineReading } from '../command-line/read-command-line.ts';
import { createRedactor } from '../keys/redactor.ts';
import { badUsage } from './finish.ts';
import { jsonReport, textReport } from './report.ts';

interface Streams {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Says what is wrong with the command line, in the form that it asked for. */
export function reportUsage(
  { problem, json, sandbox }: Extract<CommandLineReading, { ok: false }>,
  { env, stdout, stderr }: Streams,
): number {
  const finish = badUsage(problem, sandbox ? 'sandbox' : 'live');
  // Somebody may have written the key where no key belongs.
  const { hide } = createRedactor(env);
  const report = json ? jsonReport(finish, hide) : textReport(finish, hide);
  stdout.write(report.stdout);
  stderr.write(report.stderr);
  return finish.exitCode;
}
