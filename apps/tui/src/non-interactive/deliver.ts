import type { Redactor } from '@helpcrunch-customer-kit/local';
import { writeOut } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';
import type { Finish } from './finish.ts';
import { jsonReport, quietReport, textReport } from './report.ts';

export interface DeliveryOptions {
  readonly json: boolean;
  readonly quiet?: boolean;
  readonly hide: Redactor['hide'];
  /** What standard error has already. */
  readonly noted?: ReadonlySet<string>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Prints a result in the form that was asked for; when standard output fails, standard error has the outcome. */
export async function deliver(
  finish: Finish,
  { json, quiet = false, hide, noted, stdout, stderr }: DeliveryOptions,
): Promise<number> {
  const report = json
    ? jsonReport(finish, hide)
    : quiet
      ? quietReport(finish, hide, noted)
      : textReport(finish, hide, noted);
  const written = await writeOut(stdout, report.stdout);
  stderr.write(report.stderr);
  if (written.ok) return finish.exitCode;
  const lost = `The result could not be written to standard output (${written.code}).`;
  stderr.write(`${lost} ${printable(hide(finish.message))}\n`);
  return 74;
}
