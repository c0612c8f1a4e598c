import { differenceMessages, printableJson } from '@helpcrunch-customer-kit/core';
import { createRedactor, type Redactor } from '@helpcrunch-customer-kit/local';
import { programName } from '../command-line/program.ts';
import { reportEnd } from '../commands/reporting-command.ts';
import { writeOut } from '../terminal/print.ts';
import { onOneLine, printable, stripControls } from '../text/printable.ts';
import { badUsage, type Finish } from './finish.ts';

/** What goes to standard output, and what to standard error. */
export interface Report {
  readonly stdout: string;
  readonly stderr: string;
}

type Hide = Redactor['hide'];

/** For programs: one object on standard output, on one line, and nothing else there. */
export function jsonReport({ result }: Finish, hide: Hide): Report {
  return { stdout: `${printableJson(result, { hide })}\n`, stderr: '' };
}

/** For people: results to standard output, everything that went wrong to standard error. `noted` was printed already. */
export function textReport(
  { result, message }: Finish,
  hide: Hide,
  noted: ReadonlySet<string> = new Set(),
): Report {
  const { dropped = [], changed = [], request = {} } = result;
  const lines = [
    message,
    ...result.issues
      .filter((issue) => !message.includes(issue.message) && !noted.has(issue.message))
      .map(({ path, severity, message }) => `  ${severity}${path === '' ? '' : ` at ${path}`}: ${message}`),
    ...differenceMessages({ dropped, changed }, request).map((message) => `  advice: ${message}`),
    ...result.next.map((next) => `→ ${next}`),
  ];
  // All at once: a report can have very many lines, and what is hidden may run over several.
  const text = `${stripControls(hide(lines.map(onOneLine).join('\n')))}\n`;
  if (result.outcome === 'dry-run')
    return { stdout: `${printableJson(result.request, { hide, indent: 2 })}\n`, stderr: text };
  return result.outcome === 'created' ? { stdout: text, stderr: '' } : { stdout: '', stderr: text };
}

/** For scripts that need the ID alone; what went wrong is reported as to people. */
function quietReport(finish: Finish, hide: Hide, noted?: ReadonlySet<string>): Report {
  const { result } = finish;
  if (result.outcome === 'dry-run') return { stdout: '', stderr: '' };
  const id = result.customer?.['id'];
  return result.outcome === 'created' && id !== undefined
    ? { stdout: `${printable(hide(String(id)))}\n`, stderr: '' }
    : textReport(finish, hide, noted);
}

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

export interface Usage {
  /** The command that cannot be run. */
  readonly command: string;
  readonly message: string;
  readonly json: boolean;
  readonly sandbox: boolean | string;
}

/** Reports what is wrong with the command line, in the form that it asked for. */
export function reportUsage(
  { command, message, json, sandbox }: Usage,
  { env, stdout, stderr }: Pick<NodeJS.Process, 'env' | 'stdout' | 'stderr'>,
): Promise<number> {
  // The user may have put the key where no key belongs.
  const { hide } = createRedactor(env);
  const options = { json, hide, stdout, stderr };
  const help = [programName(env), ...(command === 'create' ? [] : [command]), '--help'].join(' ');
  const finish = badUsage(message, sandbox === false ? 'live' : 'sandbox', [
    `To see all options, run: ${help}`,
  ]);
  if (command === 'create') return deliver(finish, options);
  const { issues, next } = finish.result;
  return reportEnd(command, { outcome: 'invalid', issues, next }, options);
}
