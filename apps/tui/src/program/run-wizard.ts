import type { LiveKeys } from '../account/live-keys.ts';
import type { ExitCode } from '../command-line/exit-code.ts';
import type { SavedDraft } from '../drafts/draft-store.ts';
import { type KeySource, startKeyboard } from '../terminal/keyboard.ts';
import { suspendProcess } from '../terminal/suspend-process.ts';
import type { TerminalControl } from '../terminal/terminal-control.ts';
import { lastHelpRow } from '../view/help-view.ts';
import type { WizardEvent } from '../wizard/wizard-event.ts';
import { reduceWizard } from '../wizard/wizard-reducer.ts';
import type { WizardState } from '../wizard/wizard-state.ts';
import { lastExitCode } from './last-words.ts';
import { createEffects } from './wizard-effects.ts';
import { openScreen, type WizardScreen } from './wizard-screen.tsx';

export interface WizardWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: KeySource;
  /** The terminal that is drawn on. */
  readonly output: NodeJS.WriteStream;
  /** Aborted by a signal that ends the program. */
  readonly signal: AbortSignal;
  /** Told of every state, once it has been drawn. */
  readonly onState: (state: WizardState) => void;
  readonly adoptDraft: (draft: SavedDraft) => boolean;
  readonly liveKeys: LiveKeys;
}

/** How the wizard was left. */
export interface WizardEnd {
  readonly exitCode: ExitCode;
  readonly state: WizardState;
}

/** Runs the wizard until it is left; the terminal is given back as it was. */
export async function runWizard(start: WizardState, world: WizardWorld): Promise<WizardEnd> {
  const { environment, input, output, adoptDraft, liveKeys } = world;
  let state = start;
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const leaving = new AbortController();

  const apply = (events: readonly WizardEvent[]) => {
    // What comes back once the wizard has been left is nobody's any more.
    if (leaving.signal.aborted) return;
    for (const event of events) {
      const size = { columns: output.columns, rows: output.rows };
      const transition = reduceWizard({ ...state, now: Date.now(), lastHelpRow: lastHelpRow(size) }, event);
      state = transition.state;
      for (const effect of transition.effects) void carryOut(effect, state);
    }
    screen?.draw(state);
    world.onState(state);
  };
  const dispatch = (event: WizardEvent) => apply([event]);
  const startKeys = () => startKeyboard({ input, output, onEvents: apply });
  const terminal: TerminalControl = {
    write: (sequence) => output.write(sequence),
    async lend(work) {
      keyboard.stop();
      await screen?.hide();
      try {
        return await work();
      } finally {
        keyboard = startKeys();
        screen?.show();
      }
    },
    suspend: () => terminal.lend(() => suspendProcess(process)),
  };
  const { signal } = leaving;
  const carryOut = createEffects({
    environment,
    dispatch,
    exit: leave,
    adoptDraft,
    liveKeys,
    terminal,
    signal,
  });

  // Before the first frame: a terminal that is not raw yet would echo a key into it.
  let keyboard = startKeys();
  let screen: WizardScreen | undefined;
  try {
    screen = openScreen(output, state);
    // The keychain may take its time: the first question does not wait for it.
    if (!state.live.hasKey) void carryOut({ kind: 'find-key' }, state);
    world.signal.addEventListener('abort', () => leave());
    if (world.signal.aborted) leave();
    else dispatch({ kind: 'started' });
    await left;
  } finally {
    leaving.abort();
    keyboard.stop();
    screen?.close();
  }
  return { exitCode: lastExitCode(state), state };
}
