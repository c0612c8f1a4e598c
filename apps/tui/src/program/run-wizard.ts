import type { Ledgers, SavedDraft } from '@helpcrunch-customer-kit/local';
import type { LiveKeys } from '../account/live-account.ts';
import type { Machine, OpenRenderer, Renderer } from '../render/view.ts';
import { reduceWizard } from '../wizard/wizard.ts';
import type { WizardEvent } from '../wizard/wizard-event.ts';
import type { WizardState } from '../wizard/wizard-state.ts';
import { closingExitCode } from './closing.ts';
import { createEffects } from './wizard-effects.ts';

export interface WizardContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shows the wizard, and reads what the user types. */
  readonly open: OpenRenderer;
  /** The terminal that is drawn on. */
  readonly output: NodeJS.WriteStream;
  /** Aborted by a signal that ends the program. */
  readonly signal: AbortSignal;
  /** Called with every state before it is drawn, so that what is shown as saved is; returns what to print at once. */
  readonly onState: (state: WizardState) => readonly string[];
  readonly adoptDraft: (draft: SavedDraft) => boolean;
  readonly removeDraft: (draft: SavedDraft) => string | undefined;
  /** Takes keys out of what comes in: the wizard's state never holds one. */
  readonly hide: (text: string) => string;
  readonly showEntry: (id: string) => Promise<readonly string[]>;
  readonly liveKeys: LiveKeys;
  readonly ledgers: Ledgers;
}

/** How the wizard was left. */
export interface WizardEnd {
  readonly exitCode: number;
  readonly state: WizardState;
}

/** Runs the wizard's machine until it is left; the terminal is given back as it was. */
export async function runWizard(start: WizardState, context: WizardContext): Promise<WizardEnd> {
  const { environment, open, output, adoptDraft, removeDraft, showEntry, hide, liveKeys, ledgers } = context;
  let state = start;
  const { promise: left, resolve } = Promise.withResolvers<void>();
  const leaving = new AbortController();
  const { signal } = leaving;
  const leave = () => {
    leaving.abort();
    resolve();
  };
  let renderer: Renderer | undefined;

  const machine: Machine = {
    get state() {
      return state;
    },
    left: signal,
    dispatch: (event) => machine.dispatchAll([event], (_, each) => each),
    dispatchAll(items, toEvent) {
      // Results that arrive after the wizard was left are ignored.
      if (signal.aborted) return;
      for (const item of items) {
        const { columns = 80, rows = 24 } = output;
        const transition = reduceWizard(
          { ...state, now: Date.now(), size: { columns, rows } },
          withoutKeys(toEvent(state, item), state, hide),
        );
        state = transition.state;
        for (const effect of transition.effects) void carryOut(effect, state);
      }
      for (const message of context.onState(state)) {
        state = reduceWizard(state, { kind: 'noted', message }).state;
      }
      renderer?.draw(state);
    },
  };
  const carryOut = createEffects({
    environment,
    hide,
    dispatch: (event: WizardEvent) => machine.dispatch(event),
    exit: leave,
    adoptDraft,
    removeDraft,
    showEntry,
    liveKeys,
    ledgers,
    terminal: () => renderer,
    signal,
  });

  try {
    renderer = open(machine);
    context.signal.addEventListener('abort', leave);
    if (context.signal.aborted) leave();
    else machine.dispatch({ kind: 'started' });
    await left;
  } finally {
    leaving.abort();
    renderer?.close();
  }
  return { exitCode: closingExitCode(state), state };
}

/** A key that is pasted anywhere but at its own prompt, alone or in a command, does not get in. */
function withoutKeys(
  event: WizardEvent,
  { screen }: WizardState,
  hide: (text: string) => string,
): WizardEvent {
  switch (event.kind) {
    case 'text':
    case 'paste':
    case 'write':
    case 'text-edited':
      return screen.kind === 'key' ? event : { ...event, text: hide(event.text) };
    default:
      return event;
  }
}
