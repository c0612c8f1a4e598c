import type { AccountKind, ReadCustomer } from '@helpcrunch-customer-kit/core';
import type { LiveAccess } from '../account/live-access.ts';
import { readingLines, stepsFilledIn, unreadFields } from './filled-in.ts';
import type { WizardState } from './wizard-state.ts';

export interface WizardStart {
  readonly live: LiveAccess;
  /** What a file or flags have filled in; nothing of it is asked for again unless it is wrong. */
  readonly customer: ReadCustomer;
  /** What of the flags was read otherwise than it stands there, a sentence each. */
  readonly notes?: readonly string[];
  /** The account, where the command line names it. */
  readonly given: AccountKind | undefined;
  readonly now: number;
}

/** The wizard as it opens: at the choice of the account. */
export function initialState({ live, customer, notes = [], given, now }: WizardStart): WizardState {
  return {
    screen: { kind: 'account', selected: live.hasKey ? 1 : 0 },
    given,
    account: undefined,
    meant: undefined,
    mayExist: false,
    ledgerIds: [],
    customer: 0,
    live,
    draft: customer.draft,
    furthest: stepsFilledIn(customer),
    unfinished: {},
    refusals: [],
    unread: unreadFields(customer),
    lookUp: undefined,
    sent: undefined,
    history: [...readingLines(customer), ...notes.map((text) => ({ mark: 'advice', text }) as const)],
    outcome: undefined,
    outcomeAccount: undefined,
    isAnother: false,
    lastHelpRow: 0,
    now,
  };
}
