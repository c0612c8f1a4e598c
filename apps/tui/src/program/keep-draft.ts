import type { DraftKeeper, Progress } from '@helpcrunch-customer-kit/local';
import { isOpening } from '../wizard/screens/account.ts';
import { enteredDraft } from '../wizard/screens/field/state.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** What a state holds that must not be lost. A send that was under way may have created a customer. */
export function progressOf(state: WizardState): Progress {
  const { account, meant, furthest, outcome, outcomeAccount, isAnother, screen, unread, mayExist } = state;
  const { ledgerIds, customer } = state;
  // Tried in the sandbox, a customer that is meant for a live account is still to be created there.
  const isDone =
    outcome?.outcome === 'created' && !isAnother && (meant !== 'live' || outcomeAccount === 'live');
  return {
    // Until it is open, the choice of an account alone is not worth saving.
    account: meant === 'live' || isOpening(screen) ? meant : account,
    draft: enteredDraft(state),
    furthest,
    unread,
    ledgerIds,
    customer,
    isUnknown: mayExist || outcome?.outcome === 'unknown' || mayHaveLeft(state),
    created: isDone ? outcome.request : undefined,
  };
}

/** True while a request that may create a customer may be on its way. */
export function mayHaveLeft({ screen }: WizardState): boolean {
  return screen.kind === 'sending' && (screen.phase === 'sending' || screen.phase === 'looking-up');
}

/** Watches the wizard for a keeper: only what was committed is saved on the way, so that typing touches no disk. */
export function keepWizard(keeper: Pick<DraftKeeper, 'onState'>): (state: WizardState) => void {
  let last: WizardState | undefined;
  return (state) => {
    const isSame =
      last !== undefined &&
      last.draft === state.draft &&
      last.unfinished === state.unfinished &&
      last.outcome === state.outcome &&
      last.customer === state.customer &&
      last.ledgerIds === state.ledgerIds &&
      last.isAnother === state.isAnother &&
      mayHaveLeft(last) === mayHaveLeft(state);
    last = state;
    if (!isSame) keeper.onState(progressOf(state));
  };
}
