import type { Outcome, OutcomeName } from '../create/outcome.ts';

/** How an outcome is shown: `good` and `bad` are certain, `unsure` needs a look, `neutral` was asked for. */
export type Tone = 'good' | 'bad' | 'unsure' | 'neutral';

/** Exit codes that an outcome can have, for the shell. */
export type OutcomeExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 75 | 130;

export interface OutcomeTraits {
  /** A heading: a few words. */
  readonly title: string;
  readonly tone: Tone;
  readonly exitCode: OutcomeExitCode;
  /** Nothing was created, and the same request may succeed later: a program may send it again by itself. */
  readonly retryable: boolean;
  /** In a run of several customers, the rest would fare no better, or must not be sent before this one is settled. */
  readonly endsBatch: boolean;
}

/** What follows from each outcome, in every mode. */
export const outcomeTraits: Readonly<Record<OutcomeName, OutcomeTraits>> = {
  created: { title: 'Created', tone: 'good', exitCode: 0, retryable: false, endsBatch: false },
  'dry-run': { title: 'Dry run', tone: 'neutral', exitCode: 0, retryable: false, endsBatch: false },
  rejected: { title: 'Refused', tone: 'bad', exitCode: 1, retryable: false, endsBatch: false },
  'user-id-taken': { title: 'User ID taken', tone: 'bad', exitCode: 1, retryable: false, endsBatch: false },
  invalid: { title: 'Not sent', tone: 'bad', exitCode: 2, retryable: false, endsBatch: false },
  'needs-confirmation': {
    title: 'Not sent: needs confirmation',
    tone: 'neutral',
    exitCode: 2,
    retryable: false,
    endsBatch: false,
  },
  unknown: { title: 'Unknown', tone: 'unsure', exitCode: 3, retryable: false, endsBatch: true },
  unauthorized: { title: 'Not authorized', tone: 'bad', exitCode: 4, retryable: false, endsBatch: true },
  blocked: { title: 'Blocked', tone: 'bad', exitCode: 5, retryable: false, endsBatch: true },
  'rate-limited': { title: 'Rate limited', tone: 'bad', exitCode: 75, retryable: true, endsBatch: true },
  'not-sent': { title: 'Not sent', tone: 'bad', exitCode: 75, retryable: true, endsBatch: true },
  cancelled: { title: 'Canceled', tone: 'neutral', exitCode: 130, retryable: false, endsBatch: true },
};

/** The exit code of an outcome; canceled after the request began it is 130 too, although the outcome is unknown. */
export function exitCodeOf(outcome: Outcome): OutcomeExitCode {
  const isCancelled = outcome.outcome === 'unknown' && outcome.reason === 'cancelled';
  return isCancelled ? 130 : outcomeTraits[outcome.outcome].exitCode;
}
