import { differenceMessages, printableJson } from '@helpcrunch-customer-kit/core';
import type { Redactor } from '@helpcrunch-customer-kit/local';
import { onOneLine, printable, stripControls } from '../terminal/printable.ts';
import type { Finish } from './finish.ts';

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
      .filter((issue) => issue.message !== message && !noted.has(issue.message))
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
export function quietReport(finish: Finish, hide: Hide, noted?: ReadonlySet<string>): Report {
  const { result } = finish;
  if (result.outcome === 'dry-run') return { stdout: '', stderr: '' };
  const id = result.customer?.['id'];
  return result.outcome === 'created' && id !== undefined
    ? { stdout: `${printable(hide(String(id)))}\n`, stderr: '' }
    : textReport(finish, hide, noted);
}
