import type { CustomerDraft } from '@helpcrunch-customer-kit/core';
import type { Intent } from '../src/input/intent.ts';
import { initialState, type WizardStart } from '../src/wizard/initial-state.ts';
import { intentOf, reduceWizard } from '../src/wizard/wizard.ts';
import type { Transition, WizardEvent } from '../src/wizard/wizard-event.ts';
import type { WizardState } from '../src/wizard/wizard-state.ts';

export const now = Date.parse('2024-05-15T12:00:00Z');

/** The wizard as it opens, its key in the environment. */
export function opened(draft: CustomerDraft = {}, options: Partial<WizardStart> = {}): WizardState {
  const live = { host: 'api.example.com', hasKey: true, message: undefined };
  return initialState({ live, customer: { draft, issues: [] }, given: undefined, now, ...options });
}

/** Text in quotes is typed; anything else is the name of a key. */
function toEvent(state: WizardState, written: string | WizardEvent): WizardEvent {
  if (typeof written !== 'string') return written;
  const typed = /^"(?<text>.*)"$/su.exec(written)?.groups?.['text'];
  return intentOf(
    state,
    typed === undefined ? { kind: 'key', name: written } : { kind: 'text', text: typed },
  );
}

export function pasted(text: string): Intent {
  return { kind: 'paste', text };
}

/** The state after all of it, and the effects of the last event. */
export function drive(start: WizardState, ...events: readonly (string | WizardEvent)[]): Transition {
  return events.reduce<Transition>(({ state }, event) => reduceWizard(state, toEvent(state, event)), {
    state: start,
    effects: [],
  });
}

/** Past the choice of the account, in the sandbox. */
export function inSandbox(draft: CustomerDraft = {}): WizardState {
  return drive(opened(draft, { given: 'sandbox' }), { kind: 'started' }, { kind: 'account-ready' }).state;
}
