import { tmpdir } from 'node:os';
import { importExitCode, importReport, type ReportFacts, TableError } from '@helpcrunch-customer-kit/import';
import { type CommandEnd, errorIssue } from '../command.ts';
import type { CommandContext } from '../reporting-command.ts';
import { diskMessage } from './write-access.ts';

/** The command's end without what is printed for people. */
export function importEnd(facts: ReportFacts): CommandEnd {
  const { schemaVersion: _, command: __, outcome, retryable, next, ...data } = importReport(facts);
  return { outcome, data, exitCode: importExitCode({ outcome, totals: data.totals }), retryable, next };
}

/** Stopped before anything was sent; `facts` are what was known by then. */
export function cancelled(
  { command, argv }: Pick<CommandContext, 'command'> & { readonly argv: readonly string[] },
  facts: Omit<ReportFacts, 'outcome'> = {},
): CommandEnd {
  return {
    ...importEnd({ ...facts, outcome: 'cancelled' }),
    lines: ['Nothing was sent.'],
    next: [`To import later, run: ${command(argv)}`],
  };
}

/** How a command ends that can't use what is kept on this machine; an error of another kind is thrown again. */
export function stateEnd(
  error: unknown,
  { command, argv }: Pick<CommandContext, 'command'> & { readonly argv: readonly string[] },
  isBeforeSending = false,
): CommandEnd {
  const end = importEnd({ outcome: 'paused' });
  if (error instanceof Error && error.name === 'LedgerError')
    return {
      ...end,
      issues: [errorIssue('locked', error.message)],
      next: [`To try again, run: ${command(argv)}`],
    };
  const cause = diskMessage(error);
  if (cause === undefined) throw error;
  const message = isBeforeSending ? `Nothing was sent. ${cause}` : cause;
  return {
    ...end,
    exitCode: 74,
    retryable: false,
    issues: [errorIssue('state-not-writable', message)],
    next: [`Make room, then run again: ${command(argv)}`],
  };
}

/** The file is copied before it is read, so that changes during the import have no effect on it. */
const noRoom: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS']);

/** Why a file cannot be imported. */
export function unreadable(path: string, error: unknown): CommandEnd {
  if (error instanceof TableError) {
    return {
      ...importEnd({ outcome: 'invalid' }),
      issues: [errorIssue(error.issue.code, `${path}: ${error.message}`)],
    };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  const message =
    code === 'ENOENT'
      ? `File not found: ${path}.`
      : noRoom.has(code)
        ? `No room for a copy of ${path} in ${tmpdir()} (${code}). Make room there, or set TMPDIR to another folder.`
        : `Can't read ${path} (${code}).`;
  return { ...importEnd({ outcome: 'invalid' }), issues: [errorIssue('unreadable-file', message)] };
}
