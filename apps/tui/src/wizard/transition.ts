import type { WizardEffect } from './wizard-event.ts';
import type { WizardState } from './wizard-state.ts';

/** The next state, and what the world is asked to do. */
export interface Transition {
  readonly state: WizardState;
  readonly effects: readonly WizardEffect[];
}

export function staying(state: WizardState): Transition {
  return { state, effects: [] };
}

export function asking(state: WizardState, ...effects: readonly WizardEffect[]): Transition {
  return { state, effects };
}
