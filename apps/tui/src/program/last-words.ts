import { buildPayload, type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import { type ExitCode, exitCode } from '../command-line/exit-code.ts';
import { enteredDraft } from '../wizard/entered-draft.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** How it ended, a line each, unless that has been said already. */
export function lastWords(state: WizardState): string[] {
  const { account = 'sandbox' } = state;
  const outcome = outcomeOf(state);
  if (outcome?.outcome === 'created') return isUnsent(state) ? ['The next customer was not sent.'] : [];
  const { sentence, next } = outcome
    ? outcomeMessage(outcome, account)
    : { sentence: 'Nothing was sent.', next: [] };
  return [sentence, ...next.map((step) => `→ ${step}`)];
}

/** What the shell is told: the last outcome, unless someone left in the middle of the next customer. */
export function lastExitCode(state: WizardState): ExitCode {
  const outcome = outcomeOf(state);
  if (outcome === undefined) return 130;
  return outcome.outcome === 'created' && isUnsent(state) ? 130 : exitCode(outcome);
}

/** What was entered, in a form that `--from` takes: for when it could be kept nowhere else. */
export function unsentText(state: WizardState): string[] {
  if (!isUnsent(state)) return [];
  const payload = buildPayload(enteredDraft(state));
  return ['What you entered, as --from takes it:', JSON.stringify(payload, null, 2)];
}

/** True when something was entered that is no customer yet. */
function isUnsent(state: WizardState): boolean {
  const { outcome, isAnother } = state;
  const payload = buildPayload(enteredDraft(state));
  const isCreated =
    !isAnother &&
    outcome?.outcome === 'created' &&
    JSON.stringify(outcome.request) === JSON.stringify(payload);
  return Object.keys(payload).length > 0 && !isCreated;
}

/** Left in the middle of sending, nobody has waited for the truth. */
function outcomeOf({ screen, outcome, draft, now }: WizardState): Outcome | undefined {
  if (screen.kind !== 'sending') return outcome;
  return {
    outcome: 'unknown',
    customerExists: 'unknown',
    reason: 'cancelled',
    issues: [],
    request: buildPayload(draft),
    sentAt: now,
  };
}
