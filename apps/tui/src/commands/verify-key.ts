import {
  type Connection,
  checkKey,
  type LookupFailure,
  lookupFailureMessage,
  outcomeMessage,
  rateLimitWait,
} from '@helpcrunch-customer-kit/core';
import { type CommandEnd, type CommandOutcome, errorIssue } from './command.ts';

/** The outcomes of a command that checks the key. */
export const keyOutcomes = [
  'done',
  'invalid',
  'unauthorized',
  'blocked',
  'rate-limited',
  'not-sent',
  'no-answer',
  'cancelled',
] as const satisfies readonly CommandOutcome[];

/** What one search says about a key. */
export type KeyVerdict =
  | { readonly isAccepted: true }
  | {
      /** `undefined` when the answer says nothing about the key. */
      readonly isAccepted: false | undefined;
      readonly end: Pick<CommandEnd, 'outcome' | 'issues' | 'next' | 'retryAfterSeconds'>;
    };

/** Makes one search that finds no customer. It changes nothing, and counts against the rate limit as every request does. */
export async function verifyKey(connection: Connection, signal: AbortSignal): Promise<KeyVerdict> {
  const check = await checkKey(connection, { signal });
  if (check.kind === 'accepted') return { isAccepted: true };
  const { failure } = check;
  const outcome = outcomeOf(failure);
  const common = { outcome, issues: [errorIssue(outcome, lookupFailureMessage(failure))] };
  if (check.kind === 'refused') {
    const refused = {
      outcome: 'unauthorized',
      reason: 'key-refused',
      customerExists: 'no',
      issues: [],
    } as const;
    return { isAccepted: false, end: { ...common, next: outcomeMessage(refused, 'live').next } };
  }
  const wait =
    failure.kind === 'refused' && outcome === 'rate-limited' ? rateLimitWait(failure.retryAfter) : undefined;
  return {
    isAccepted: undefined,
    end: { ...common, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) },
  };
}

function outcomeOf(failure: LookupFailure): CommandOutcome {
  if (failure.kind === 'not-sent') return 'not-sent';
  if (failure.kind !== 'refused') return 'no-answer';
  const { status, byHelpCrunch } = failure;
  if (status === 429) return 'rate-limited';
  if (status === 401 || status === 403) return byHelpCrunch ? 'unauthorized' : 'blocked';
  return 'no-answer';
}
