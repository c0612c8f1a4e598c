import { keyRefused } from './classify-answer.ts';
import { type DuplicateCheckResult, userIdHolders } from './duplicate-check.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';

/**
 * The outcome when the duplicate check shows that sending would be refused, or cannot work: the user ID is taken, the
 * key is refused, too many requests, or nothing can be reached. `undefined` to go on: a check that failed in any other
 * way says nothing about the create.
 */
export function stopBeforeSending(
  { issues, request }: Pick<Plan, 'issues' | 'request'>,
  check: DuplicateCheckResult,
): Outcome | undefined {
  const common = { customerExists: 'no', issues, request } as const;
  switch (check.kind) {
    case 'checked': {
      const [holder] = request.userId === undefined ? [] : userIdHolders(check, request.userId);
      return holder && { ...common, outcome: 'user-id-taken', noticed: 'before-sending', holder };
    }
    case 'refused': {
      const { status, retryAfter, byHelpCrunch } = check;
      const step = 'duplicate-check';
      if (status === 429) return { ...common, outcome: 'rate-limited', retryAfter, step };
      if (status !== 401 && status !== 403) return undefined;
      if (!byHelpCrunch) return { ...common, outcome: 'blocked', status, step };
      // 403 may be about searching alone; the create itself will tell.
      return status === 401 ? keyRefused({ issues, request }, status, step) : undefined;
    }
    case 'not-sent':
      return check.reason === 'aborted'
        ? { ...common, outcome: 'cancelled' }
        : { ...common, outcome: 'not-sent', reason: check.reason };
    case 'uncertain':
      return check.reason === 'cancelled' ? { ...common, outcome: 'cancelled' } : undefined;
    case 'unreadable':
      return undefined;
    default: {
      const unreachable: never = check;
      return unreachable;
    }
  }
}
