import type { DraftKeeper, Progress } from '../drafts/draft-keeper.ts';
import { enteredDraft } from '../wizard/entered-draft.ts';
import { isOpening } from '../wizard/screens/account.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** What a state holds that must not be lost. A send that was under way may have created a customer. */
export function progressOf(state: WizardState): Progress {
  const { account, meant, furthest, outcome, isAnother, screen, unread } = state;
  return {
    // Until it is open, the choice of an account is no work to come back to.
    account: isOpening(screen) ? meant : account,
    draft: enteredDraft(state),
    furthest,
    unread,
    isUnknown: outcome?.outcome === 'unknown' || screen.kind === 'sending',
    created: outcome?.outcome === 'created' && !isAnother ? outcome.request : undefined,
  };
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
      last.isAnother === state.isAnother &&
      (last.screen.kind === 'sending') === (state.screen.kind === 'sending');
    last = state;
    if (!isSame) keeper.onState(progressOf(state));
  };
}
