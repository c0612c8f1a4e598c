import {
  type AccountKind,
  type CustomerDraft,
  issueSentence,
  type ReadCustomer,
} from '@helpcrunch-customer-kit/core';
import { steps } from './steps.ts';
import type { HistoryLine, LiveAccess, WizardState } from './wizard-state.ts';

export interface WizardStart {
  readonly live: LiveAccess;
  /** What a file or flags have filled in; nothing of it is asked for again unless it is wrong. */
  readonly customer: ReadCustomer;
  /** The account, where the command line names it. */
  readonly given: AccountKind | undefined;
  readonly now: number;
}

/** The wizard as it opens: at the choice of the account. */
export function initialState({ live, customer, given, now }: WizardStart): WizardState {
  return {
    screen: { kind: 'account', selected: live.hasKey ? 1 : 0 },
    given,
    account: undefined,
    live,
    draft: customer.draft,
    furthest: isFilled(customer.draft) ? steps.length - 1 : -1,
    unfinished: {},
    refusals: [],
    lookUp: undefined,
    history: customer.issues.map((issue): HistoryLine => ({ mark: 'advice', text: issueSentence(issue) })),
    outcome: undefined,
    now,
  };
}

function isFilled(draft: CustomerDraft): boolean {
  return Object.keys(draft).length > 0;
}
