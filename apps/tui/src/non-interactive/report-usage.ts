import type { CommandLineReading } from '../command-line/read-command-line.ts';
import { badUsage } from './finish.ts';
import { jsonReport, textReport } from './report.ts';

interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Says what is wrong with the command line, in the form that it asked for. */
export function reportUsage(
  { problem, json }: Extract<CommandLineReading, { ok: false }>,
  { stdout, stderr }: Streams,
): number {
  const finish = badUsage(problem, 'live');
  const report = json ? jsonReport(finish) : textReport(finish);
  stdout.write(report.stdout);
  stderr.write(report.stderr);
  return finish.exitCode;
}
