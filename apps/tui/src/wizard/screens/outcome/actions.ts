import type { Check, Outcome } from '@helpcrunch-customer-kit/core';

/** What can be done after an outcome. */
export type OutcomeAction =
  | 'another'
  | 'another-like-this'
  | 'show-command'
  | 'check'
  | 'send-again'
  | 'change-user-id'
  | 'change-key'
  | 'review'
  | 'quit';

/** The choices after an outcome, the one that most people want first. */
export function outcomeActions(outcome: Outcome, check: Check | undefined): readonly OutcomeAction[] {
  switch (outcome.outcome) {
    case 'created':
      return ['quit', 'another', 'another-like-this', 'show-command'];
    case 'user-id-taken':
      return ['change-user-id', 'review', 'quit'];
    case 'unauthorized':
      return ['change-key', 'review', 'quit'];
    case 'rate-limited':
    case 'not-sent':
      return ['send-again', 'review', 'quit'];
    case 'unknown':
      // Sending again is offered only to someone who has looked.
      return check === undefined ? ['check', 'review', 'quit'] : ['check', 'send-again', 'review', 'quit'];
    case 'invalid':
    case 'rejected':
    case 'dry-run':
    case 'cancelled':
      return ['review', 'quit'];
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}
