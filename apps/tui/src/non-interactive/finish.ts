import {
  type AccountKind,
  type CreateResult,
  createResult,
  exitCodeOf,
  type Outcome,
  outcomeMessage,
} from '@helpcrunch-customer-kit/core';
import { terminalMessage } from '../text/printable.ts';

/** How a run ended: for programs, for people, and for the shell. */
export interface Finish {
  readonly result: CreateResult;
  readonly message: string;
  readonly exitCode: number;
}

interface FinishOptions {
  readonly account: AccountKind;
  /** What to do next, instead of the outcome's own steps. */
  readonly next?: readonly string[];
  /** The cause, where it is known in more detail than the outcome has it. */
  readonly cause?: { readonly code: string; readonly message: string };
}

export function finish(outcome: Outcome, { account, next, cause }: FinishOptions): Finish {
  const result = createResult(outcome, {
    account,
    formatIssue: terminalMessage,
    ...(next ? { next } : {}),
  });
  const exitCode = exitCodeOf(outcome);
  if (!cause) return { result, message: outcomeMessage(outcome, account).message, exitCode };
  const issues = outcome.issues
    .map((_, index) => result.issues[index])
    .filter((issue) => issue !== undefined);
  const { code, message } = cause;
  return {
    result: { ...result, issues: [...issues, { code, path: '', severity: 'error', message }] },
    message: message,
    exitCode,
  };
}

/** A command line that cannot be run: nothing was sent. `next` is for problems that do not say what to do. */
export function badUsage(
  message: string,
  account: AccountKind,
  next: readonly string[] = ['To see all options, add --help.'],
): Finish {
  return {
    result: {
      schemaVersion: 1,
      command: 'create',
      outcome: 'invalid',
      retryable: false,
      customerExists: 'no',
      account,
      issues: [{ code: 'bad-usage', path: '', severity: 'error', message: message }],
      next,
    },
    message: message,
    exitCode: 2,
  };
}

/** An internal error: claims only what is known. */
export function internalError(crash: string, account: AccountKind, wasSent: boolean): Finish {
  const exists = wasSent ? 'a customer may have been created' : 'nothing was sent';
  const message = `Internal error; ${exists}.`;
  return {
    result: {
      schemaVersion: 1,
      command: 'create',
      outcome: wasSent ? 'unknown' : 'not-sent',
      retryable: false,
      customerExists: wasSent ? 'unknown' : 'no',
      account,
      issues: [{ code: 'internal-error', path: '', severity: 'error', message: `${message} ${crash}` }],
      next: wasSent ? ['Check whether the customer exists before anything else.'] : [],
    },
    message,
    exitCode: 70,
  };
}
