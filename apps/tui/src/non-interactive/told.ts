import { type AccountKind, type Message, type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import { reasonIssue } from './reason-issue.ts';
import type { ResultIssue } from './result.ts';

/** An outcome, and everything that is said about it. */
export interface Told {
  readonly outcome: Outcome;
  readonly message: Message;
  /** What is worth knowing besides the outcome's own issues: why it came so, and what was met on the way. */
  readonly reasons: readonly ResultIssue[];
}

/** An outcome in its own words. */
export function tell(outcome: Outcome, account: AccountKind, met: readonly ResultIssue[] = []): Told {
  const message = outcomeMessage(outcome, account);
  const reason = reasonIssue(outcome, message.sentence);
  return { outcome, message, reasons: reason ? [reason, ...met] : met };
}
