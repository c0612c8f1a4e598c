import { customerId, outcomeTraits } from '@helpcrunch-customer-kit/core';
import type { Attempt } from '../attempts/attempt.ts';
import { type PanelButton, sendAfterWaitLabel } from './panel-view.ts';

/** The ID of a created customer, where the response has it. */
export function createdId({ outcome }: Attempt): string | undefined {
  return outcome.outcome === 'created' && outcome.customer ? customerId(outcome.customer) : undefined;
}

interface ButtonContext {
  /** An earlier attempt of the same customer whose outcome is unknown. */
  readonly unresolved: Attempt | undefined;
  /** It came from a document. */
  readonly hasSource: boolean;
  /** The sandbox simulates a failure. */
  readonly isSimulating: boolean;
  /** A rate limit is not over; `waiting`: the customer is sent at its end. */
  readonly limit: 'waiting' | 'open' | undefined;
}

/** The buttons for an attempt, the primary ones first; those for its request and response are next to them. */
export function panelButtons(
  attempt: Attempt,
  { unresolved, hasSource, limit, isSimulating }: ButtonContext,
): PanelButton[] {
  const { outcome, account } = attempt;
  const isUnknown = [attempt, unresolved].some((one) => one?.outcome.outcome === 'unknown');
  const isCreated = outcome.outcome === 'created';
  const isKeyRefused =
    account.kind === 'live' && outcome.outcome === 'unauthorized' && outcome.reason !== 'forbidden';
  const hasId = createdId(attempt) !== undefined;
  const buttons: readonly (PanelButton | false)[] = [
    isUnknown && { action: 'check', label: 'Check Whether It Exists', isPrimary },
    isKeyRefused && { action: 'update-key', label: 'Update Key', isPrimary },
    hasId && { action: 'copy-id', label: 'Copy ID', isPrimary },
    // A customer of the sandbox has no page.
    hasId && account.kind === 'live' && openInHelpCrunch,
    isCreated && { action: 'create-another', label: 'Create Another', isPrimary },
    limit === 'waiting' && { action: 'stop-waiting', label: 'Stop Waiting', isPrimary },
    limit === 'open' && { action: 'send-after-wait', label: sendAfterWaitLabel, isPrimary },
    isSimulating && account.kind === 'sandbox' && { action: 'back-to-normal', label: 'Back to Normal' },
    hasSource && { action: 'show-source', label: 'Show Source' },
    !limit && { action: 'send-again', label: 'Send Again', ...(mayRetry(attempt) ? { isPrimary } : {}) },
  ];
  return buttons.filter((button) => button !== false).toSorted(primaryFirst);
}

const isPrimary = true;
const openInHelpCrunch = { action: 'open-in-helpcrunch', label: 'Open in HelpCrunch', isPrimary } as const;

/** Sending again is what helps, and creates no second customer. */
function mayRetry({ outcome }: Attempt): boolean {
  return outcomeTraits[outcome.outcome].retryable;
}

function primaryFirst(one: PanelButton, other: PanelButton): number {
  return Number(other.isPrimary ?? false) - Number(one.isPrimary ?? false);
}
