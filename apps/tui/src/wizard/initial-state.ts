import { type AccountKind, pointerSegments, type ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { UnreadField } from '@helpcrunch-customer-kit/local';
import type { LiveAccess } from '../account/live-account.ts';
import { terminalMessage } from '../text/printable.ts';
import { type HistoryLine, stepIndex, steps, type WizardState } from './wizard-state.ts';

export interface WizardStart {
  readonly live: LiveAccess;
  /** What a file or flags have filled in; nothing of it is asked for again unless it is wrong. */
  readonly customer: ReadCustomer;
  /** What of the flags was read otherwise than it stands there, a sentence each. */
  readonly notes?: readonly string[];
  /** The account, where the command line names it. */
  readonly given: AccountKind | undefined;
  readonly sandboxUrl?: string | undefined;
  readonly now: number;
}

/** The wizard as it opens: at the choice of the account. */
export function initialState({
  live,
  customer,
  notes = [],
  given,
  sandboxUrl,
  now,
}: WizardStart): WizardState {
  return {
    screen: { kind: 'account', selected: live.hasKey ? 1 : 0 },
    given,
    account: undefined,
    meant: undefined,
    mayExist: false,
    ledgerIds: [],
    customer: 0,
    live,
    sandboxUrl,
    draft: customer.draft,
    furthest: stepsFilledIn(customer),
    unfinished: {},
    refusals: [],
    unread: unreadFields(customer),
    duplicateCheck: undefined,
    sent: undefined,
    history: [...readingLines(customer), ...notes.map((text) => ({ mark: 'advice', text }) as const)],
    outcome: undefined,
    outcomeAccount: undefined,
    isAnother: false,
    size: { columns: 80, rows: 24 },
    now,
  };
}

/**
 * The last step that needs no asking once a customer was filled in from a file, a paste or flags: all of them, or those
 * before the first field that could not be read completely. From there on each is asked for, so that nothing goes
 * out in place of what was written without having been seen.
 */
export function stepsFilledIn({ draft, issues }: ReadCustomer): number {
  const unread = issues
    .filter(({ severity }) => severity === 'error')
    .map(({ path }) => stepIndex(pointerSegments(path)[0] ?? ''))
    .filter((step) => step !== -1);
  if (unread.length > 0) return Math.min(...unread) - 1;
  return Object.keys(draft).length > 0 ? steps.length - 1 : -1;
}

/** The fields that could not be read as they were written, for a draft to remember. */
export function unreadFields({ issues }: ReadCustomer): readonly UnreadField[] {
  return issues
    .filter(({ severity }) => severity === 'error')
    .map((issue) => ({ field: pointerSegments(issue.path)[0] ?? '', text: terminalMessage(issue) }))
    .filter(({ field }) => stepIndex(field) !== -1);
}

/** What was found while the customer was read, a line each. */
export function readingLines({ issues }: ReadCustomer): HistoryLine[] {
  return issues.map((issue) => ({
    mark: issue.severity === 'error' ? 'error' : 'advice',
    text: terminalMessage(issue),
  }));
}
