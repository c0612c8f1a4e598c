import type { LookupFailure } from '../api/search.ts';
import type { CannotTellReason, UnresolvedLookup } from '../create/lookup.ts';
import { count } from '../customer/format.ts';
import { customerName } from './names.ts';
import { notSentMessages } from './reason-messages.ts';

const cannotTell = "Can't tell whether the customer was created:";

const cannotTellMessages: Readonly<Record<CannotTellReason, string>> = {
  'nothing-to-search-by': `${cannotTell} it has no user ID or email to search for.`,
  'no-earlier-check': `${cannotTell} it is there now, but may have been there before.`,
  'too-many-matches': `${cannotTell} too many customers share its email.`,
  differs: `${cannotTell} a new customer has the same user ID or email, but differs from what was sent.`,
  'several-match': `${cannotTell} more than one new customer is exactly as sent.`,
  'too-late': `${cannotTell} a customer with this email is there now, but too long after sending to be sure it is this one.`,
  'seen-before': `${cannotTell} a customer like it is there, but HelpCrunch saw it before this one was sent.`,
  refused: `${cannotTell} it is there now as sent, but the request was refused, so another program may have created it.`,
};

/** What a lookup found that leaves it open whether the customer was created, in one sentence. */
export function unresolvedLookupMessage(lookup: UnresolvedLookup): string {
  switch (lookup.kind) {
    case 'not-seen':
      return `The customer was not found ${timeAfter(lookup.secondsAgo)} sending. It may still appear.`;
    case 'cannot-tell':
      return cannotTellMessages[lookup.reason];
    case 'lookup-failed':
      return `It is still unknown whether the customer was created. ${lookupFailureMessage(lookup.failure)}`;
    default: {
      const unreachable: never = lookup;
      return unreachable;
    }
  }
}

/** What to do after a lookup that settled nothing, a sentence each. */
export function unresolvedLookupSteps(lookup: UnresolvedLookup): string[] {
  switch (lookup.kind) {
    case 'not-seen':
      return ['Wait a little, then check again.'];
    case 'cannot-tell':
      return lookup.candidates.length === 0
        ? ['Look for it in HelpCrunch by hand.']
        : lookup.candidates.slice(0, 3).map((customer) => `Look at ${customerName(customer)} in HelpCrunch.`);
    case 'lookup-failed':
      return ['Check again.'];
    default: {
      const unreachable: never = lookup;
      return unreachable;
    }
  }
}

function timeAfter(seconds: number): string {
  return seconds === 0 ? 'right after' : `${count(seconds, 'second')} after`;
}

/** Why a search gave no answer, in one sentence. */
export function lookupFailureMessage(failure: LookupFailure): string {
  switch (failure.kind) {
    case 'not-sent':
      return `The search was not sent. ${notSentMessages[failure.reason].message}`;
    case 'uncertain':
      return 'The search got no answer.';
    case 'unreadable':
      return `The answer to the search (${failure.status}) could not be read.`;
    case 'refused':
      return refusedSearch(failure);
    default: {
      const unreachable: never = failure;
      return unreachable;
    }
  }
}

function refusedSearch({ status, byHelpCrunch }: Extract<LookupFailure, { kind: 'refused' }>): string {
  if (status === 401 && byHelpCrunch) return 'The search was refused (401): the API key was not accepted.';
  if (status === 403 && byHelpCrunch) return 'The search was refused (403): the API key may not search.';
  if (status === 401 || status === 403) {
    return `The search was blocked (${status}) by something between here and HelpCrunch.`;
  }
  return status === 429 ? 'The search was rate limited (429).' : `The search was refused (${status}).`;
}
