import type { AccountKind } from '@helpcrunch-customer-kit/core';
import { type ExitCode, exitCode } from '../command-line/exit-code.ts';
import { type Result, toResult } from './result.ts';
import type { Told } from './told.ts';

/** How a run ended: for programs, for people, and for the shell. */
export interface Finish {
  readonly result: Result;
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

export function finish({ outcome, message, reasons }: Told, account: AccountKind): Finish {
  return {
    result: toResult(outcome, account, { next: message.next, reasons }),
    sentence: message.sentence,
    exitCode: exitCode(outcome),
  };
}

/** A command line that cannot be followed: nothing was sent. `next` is for problems that do not say it themselves. */
export function badUsage(
  problem: string,
  account: AccountKind,
  next: readonly string[] = ['See --help for what can be written.'],
): Finish {
  const issue = { code: 'bad-usage', path: '', severity: 'error', message: problem } as const;
  return {
    result: {
      outcome: 'invalid',
      customerExists: 'no',
      account,
      issues: [issue],
      next,
    },
    sentence: problem,
    exitCode: 2,
  };
}

/** A mistake of this program: it is told as such, and nothing is claimed that is not known. */
export function mistake(crash: string, account: AccountKind, hasBegun: boolean): Finish {
  const exists = hasBegun ? 'a customer may have been created' : 'nothing was sent';
  const sentence = `This program made a mistake; ${exists}.`;
  return {
    result: {
      outcome: hasBegun ? 'unknown' : 'not-sent',
      customerExists: hasBegun ? 'unknown' : 'no',
      account,
      issues: [{ code: 'mistake', path: '', severity: 'error', message: `${sentence} ${crash}` }],
      next: hasBegun ? ['Check whether the customer exists before anything else.'] : [],
    },
    sentence,
    exitCode: 70,
  };
}
