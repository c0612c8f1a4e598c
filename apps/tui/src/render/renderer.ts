import type { WizardEvent } from '../wizard/wizard-event.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** The wizard's machine, as a renderer sees it. */
export interface Machine {
  readonly state: WizardState;
  /** Aborted once the wizard has been left. */
  readonly left: AbortSignal;
  dispatch(event: WizardEvent): void;
  /** Several events, each read in the state that the one before has left; the renderer draws once. */
  dispatchAll<Item>(items: readonly Item[], toEvent: (state: WizardState, item: Item) => WizardEvent): void;
}

/** What shows the wizard and hears the person: drawn in place, or line by line. */
export interface Renderer {
  /** Called after every change. */
  draw(state: WizardState): void;
  /** Writes a sequence that draws nothing; missing where no byte may steer the terminal. */
  write?(sequence: string): void;
  /** Writes a text above the open question as it is, so that what is selected there can be pasted elsewhere. */
  print(text: string): void;
  /** Lends the terminal to another program for as long as the work takes, then takes it back and draws it again. */
  lend<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Gives the terminal back as it was. */
  close(): void;
}

export type OpenRenderer = (machine: Machine) => Renderer;
