import {
  buildPayload,
  exitCodeOf,
  type Outcome,
  outcomeMessage,
  outcomeTraits,
  printableJson,
} from '@helpcrunch-customer-kit/core';
import type { DraftKeeper, Progress } from '@helpcrunch-customer-kit/local';
import { unknownDraftAdvice } from '../drafts/draft-messages.ts';
import { isOpening } from '../wizard/screens/account.ts';
import { enteredDraft } from '../wizard/screens/field/state.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** How it ended, a line each, unless the screen has it already. */
export function closingLines(state: WizardState): string[] {
  const { account = 'sandbox' } = state;
  const outcome = outcomeOf(state);
  if (outcome?.outcome === 'created') return isUnsent(state) ? ['The next customer was not sent.'] : [];
  const { message, next } = outcome
    ? outcomeMessage(outcome, account)
    : { message: 'Nothing was sent.', next: [] };
  const isForgotten = outcome !== undefined && outcome.outcome !== 'unknown' && state.mayExist;
  return [message, ...next.map((step) => `→ ${step}`), ...(isForgotten ? [unknownDraftAdvice] : [])];
}

/** The exit code: the last outcome's, unless the user left in the middle of the next customer. */
export function closingExitCode(state: WizardState): number {
  const outcome = outcomeOf(state);
  if (outcome === undefined) return 130;
  // What came of a later attempt does not settle what became of an earlier one.
  if (state.mayExist && outcome.outcome !== 'unknown') return outcomeTraits.unknown.exitCode;
  return outcome.outcome === 'created' && isUnsent(state) ? 130 : exitCodeOf(outcome);
}

/** What was entered, in a form that `--from` takes: for when it could be kept nowhere else. */
export function unsentText(state: WizardState): string[] {
  if (!isUnsent(state)) return [];
  const payload = buildPayload(enteredDraft(state));
  return ['What you entered, as --from takes it:', printableJson(payload, { indent: 2 })];
}

/** True when something was entered that was not created yet. */
function isUnsent(state: WizardState): boolean {
  const { outcome, isAnother } = state;
  const payload = buildPayload(enteredDraft(state));
  const isCreated =
    !isAnother &&
    outcome?.outcome === 'created' &&
    JSON.stringify(outcome.request) === JSON.stringify(payload);
  return Object.keys(payload).length > 0 && !isCreated;
}

/** Leaving while it is sent leaves the outcome unknown; leaving while waiting, the last answer was a 429. */
function outcomeOf(state: WizardState): Outcome | undefined {
  const { screen, outcome, draft, now } = state;
  const common = { issues: [], request: buildPayload(draft) } as const;
  if (screen.kind === 'waiting') {
    return {
      ...common,
      outcome: 'rate-limited',
      customerExists: 'no',
      retryAfter: undefined,
      step: 'create',
    };
  }
  if (!mayHaveLeft(state)) return outcome;
  const attempt = { request: common.request, sentAt: now, before: undefined };
  return { ...common, outcome: 'unknown', customerExists: 'unknown', reason: 'cancelled', attempt };
}

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
function mayHaveLeft({ screen }: WizardState): boolean {
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
