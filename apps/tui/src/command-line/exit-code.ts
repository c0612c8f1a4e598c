import type { Outcome } from '@helpcrunch-customer-kit/core';

/** Every exit code, as help and the README give them. */
export const exitCodes = [
  { code: 0, meaning: 'created, or a dry run' },
  { code: 1, meaning: 'HelpCrunch refused the customer, or the userId is taken; none was created' },
  { code: 2, meaning: 'something to put right first, or bad usage; nothing was sent' },
  { code: 4, meaning: 'no usable API key' },
  { code: 70, meaning: 'a mistake of this program; the draft is kept' },
  { code: 74, meaning: 'standard output could not be written; standard error says what came of it' },
  { code: 75, meaning: 'rate limited, not sent (none created), or unknown (maybe created)' },
  { code: 129, meaning: 'ended by SIGHUP' },
  { code: 130, meaning: 'cancelled' },
  { code: 131, meaning: 'ended by SIGQUIT' },
  { code: 143, meaning: 'ended by SIGTERM' },
] as const;

export type ExitCode = (typeof exitCodes)[number]['code'];

/** The exit code of an outcome. */
export function exitCode(outcome: Outcome): ExitCode {
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
      return 0;
    case 'rejected':
    case 'user-id-taken':
      return 1;
    case 'invalid':
      return 2;
    case 'unauthorized':
      return 4;
    case 'rate-limited':
    case 'not-sent':
      return 75;
    case 'unknown':
      return outcome.reason === 'cancelled' ? 130 : 75;
    case 'cancelled':
      return 130;
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}
