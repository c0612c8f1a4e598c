import type { Outcome } from '@helpcrunch-customer-kit/core';

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
export function outcomeActions(outcome: Outcome): readonly OutcomeAction[] {
  switch (outcome.outcome) {
    case 'created':
      return ['quit', 'another', 'another-like-this', 'show-command'];
    case 'user-id-taken':
      return ['change-user-id', 'review', 'quit'];
    case 'unauthorized':
      return ['change-key', 'review', 'quit'];
    case 'rate-limited':
    case 'not-sent':
    case 'blocked':
      return ['send-again', 'review', 'quit'];
    case 'unknown':
      // Sending again is offered only to someone for whom it was looked for.
      return outcome.lookup ? ['check', 'send-again', 'review', 'quit'] : ['check', 'review', 'quit'];
    case 'invalid':
    case 'rejected':
    case 'dry-run':
    case 'needs-confirmation':
    case 'cancelled':
      return ['review', 'quit'];
    default: {
      const unreachable: never = outcome;
      return unreachable;
    }
  }
}
