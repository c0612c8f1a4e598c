import { hasErrors, type Outcome } from '@helpcrunch-customer-kit/core';
import type { ResultIssue } from './result.ts';

/** Why nothing was created for certain, as an issue; `undefined` where the outcome's own issues say it already. */
export function reasonIssue(outcome: Outcome, message: string): ResultIssue | undefined {
  const reason = (code: string, path = ''): ResultIssue => ({ code, path, severity: 'error', message });
  switch (outcome.outcome) {
    case 'created':
    case 'dry-run':
    case 'invalid':
      return undefined;
    case 'rejected':
      return hasErrors(outcome.issues) ? undefined : reason('rejected');
    case 'user-id-taken':
      return reason('user-id-taken', '/userId');
    case 'unauthorized':
    case 'not-sent':
    case 'unknown':
      return reason(outcome.reason);
    case 'rate-limited':
    case 'cancelled':
      return reason(outcome.outcome);
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}
