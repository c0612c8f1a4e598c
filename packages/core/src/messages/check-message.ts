import type { CannotTellReason, Check } from '../api/check-outcome.ts';
import type { LookUpFailure } from '../api/search.ts';
import { count } from './count.ts';
import { customerName } from './customer-name.ts';
import type { AccountKind, Message } from './message.ts';
import { outcomeMessage } from './outcome-message.ts';
import { notSentWords } from './reason-words.ts';
import type { Surface } from './surface.ts';

const risk = 'Sending again could create the same customer twice.';

const cannotTellWords: Readonly<Record<CannotTellReason, string>> = {
  'nothing-to-look-by':
    'Whether the customer was created cannot be told: it has neither a userId nor an email to look by.',
  'no-earlier-look':
    'Whether the customer was created cannot be told: it is there now, but may have been there before.',
  'someone-else':
    'Whether the customer was created cannot be told: there is a new one with the same userId or email, but it differs.',
  'refused-as-taken':
    'Whether this create made the customer cannot be told: it is there now as you sent it, but another program may have made it.',
  'too-many-matches': 'Whether the customer was created cannot be told: too many customers share its email.',
};

/** What a look-up after a lost answer found out, and what to do next. */
export function checkMessage(check: Check, account: AccountKind, surface: Surface = 'terminal'): Message {
  switch (check.kind) {
    case 'found':
      return outcomeMessage(check.outcome, account, surface);
    case 'not-seen':
      return {
        sentence: `The customer is not there ${timeAfter(check.secondsAgo)} sending; it may still appear.`,
        next: ['Wait a little and check again.', risk],
      };
    case 'cannot-tell':
      return {
        sentence: cannotTellWords[check.reason],
        next: [
          ...check.candidates
            .slice(0, 3)
            .map((customer) => `Look at ${customerName(customer)} in HelpCrunch.`),
          ...(check.candidates.length === 0 ? ['Look for it in HelpCrunch by hand.'] : []),
          risk,
        ],
      };
    case 'look-up-failed':
      return {
        sentence: `Whether the customer was created is still unknown. ${lookUpFailureSentence(check.failure)}`,
        next: ['Check again.', risk],
      };
    default: {
      const unreachable: never = check;
      return unreachable;
    }
  }
}

function timeAfter(seconds: number): string {
  return seconds === 0 ? 'right after' : `${count(seconds, 'second')} after`;
}

/** Why a look-up found nothing out, in one sentence. */
export function lookUpFailureSentence(failure: LookUpFailure): string {
  switch (failure.kind) {
    case 'not-sent':
      return `The look-up was not made. ${notSentWords[failure.reason].sentence}`;
    case 'uncertain':
      return 'The look-up got no answer.';
    case 'unreadable':
      return `The look-up's answer (${failure.status}) could not be read.`;
    case 'refused':
      return refusedLookUp(failure.status);
    default: {
      const unreachable: never = failure;
      return unreachable;
    }
  }
}

function refusedLookUp(status: number): string {
  if (status === 401 || status === 403) return 'The look-up was refused: the API key was not accepted.';
  if (status === 429) return 'The look-up was refused: too many requests for the moment.';
  return `The look-up was refused (${status}).`;
}
