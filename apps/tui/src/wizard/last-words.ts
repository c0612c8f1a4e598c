import { buildPayload, type Outcome, outcomeMessage } from '@helpcrunch-customer-kit/core';
import { enteredDraft } from './entered-draft.ts';
import type { WizardState } from './wizard-state.ts';

/** How it ended, a line each, unless that has been said already. */
export function lastWords(state: WizardState): string[] {
  const { account = 'sandbox' } = state;
  const outcome = outcomeOf(state);
  if (outcome?.outcome === 'created') return [];
  const { sentence, next } = outcome
    ? outcomeMessage(outcome, account)
    : { sentence: 'Nothing was sent.', next: [] };
  return [sentence, ...next.map((step) => `→ ${step}`)];
}

/** What was entered, in a form that `--from` takes: for when it could be kept nowhere else. */
export function unsentText(state: WizardState): string[] {
  const payload = buildPayload(enteredDraft(state));
  if (Object.keys(payload).length === 0) return [];
  return ['What you entered, as --from takes it:', JSON.stringify(payload, null, 2)];
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
