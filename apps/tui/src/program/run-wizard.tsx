import { render } from 'ink';
import type { ExitCode } from '../command-line/exit-code.ts';
import { App } from '../components/app.tsx';
import type { SavedDraft } from '../drafts/draft-store.ts';
import { type KeySource, startKeyboard } from '../terminal/keyboard.ts';
import { type Frame, straighten } from '../terminal/straighten.ts';
import { suspendProcess } from '../terminal/suspend-process.ts';
import type { TerminalControl } from '../terminal/terminal-control.ts';
import { cursorOf, rowWidths } from '../view/frame.ts';
import { lineWidth } from '../view/view.ts';
import { wizardView } from '../view/wizard-view.ts';
import type { WizardEvent } from '../wizard/wizard-event.ts';
import { reduceWizard } from '../wizard/wizard-reducer.ts';
import type { WizardState } from '../wizard/wizard-state.ts';
import { lastExitCode } from './last-words.ts';
import type { LiveKeys } from './live-keys.ts';
import { createEffects } from './wizard-effects.ts';

export interface WizardWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: KeySource;
  /** The terminal that is drawn on. */
  readonly output: NodeJS.WriteStream;
  /** Aborted by a signal that ends the program. */
  readonly signal: AbortSignal;
  /** Told of every state, once it has been drawn. */
  readonly onState: (state: WizardState) => void;
  readonly adoptDraft: (draft: SavedDraft) => void;
  readonly liveKeys: LiveKeys;
}

/** How the wizard was left. */
export interface WizardEnd {
  readonly exitCode: ExitCode;
  readonly state: WizardState;
}

const showCursor = '\u001b[?25h';

/** Runs the wizard until it is left; the terminal is given back as it was. */
export async function runWizard(start: WizardState, world: WizardWorld): Promise<WizardEnd> {
  const { environment, output, adoptDraft, liveKeys } = world;
  let state = start;
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const leaving = new AbortController();
  let isLeft = false;
  let drawn: Frame = { widths: [], cursor: undefined };
  const screen = () => {
    const size = { columns: output.columns, rows: output.rows };
    const view = wizardView(state, size);
    drawn = isLeft
      ? { widths: [], cursor: undefined }
      : { widths: rowWidths(view, lineWidth(size)), cursor: cursorOf(view) };
    return <App view={view} width={lineWidth(size)} isLeft={isLeft} />;
  };

  const apply = (events: readonly WizardEvent[]) => {
    // What comes back once the wizard has been left is nobody's any more.
    if (leaving.signal.aborted) return;
    for (const event of events) {
      const transition = reduceWizard({ ...state, now: Date.now() }, event);
      state = transition.state;
      for (const effect of transition.effects) void carryOut(effect, state);
    }
    ink.rerender(screen());
    world.onState(state);
  };
  const terminal: TerminalControl = {
    write: (sequence) => output.write(sequence),
    async lend(work) {
      keyboard.stop();
      isLeft = true;
      ink.rerender(screen());
      await ink.waitUntilRenderFlush();
      output.write(showCursor);
      try {
        return await work();
      } finally {
        isLeft = false;
        keyboard = startKeys();
        ink.rerender(screen());
      }
    },
    suspend: () => terminal.lend(() => suspendProcess(process)),
  };
  const dispatch = (event: WizardEvent) => apply([event]);
  const carryOut = createEffects({
    environment,
    dispatch,
    exit: leave,
    adoptDraft,
    liveKeys,
    terminal,
    signal: leaving.signal,
  });

  // Before the first frame: a terminal that is not raw yet would echo a key into it.
  const startKeys = () => startKeyboard({ input: world.input, output, onEvents: apply });
  let keyboard = startKeys();
  // The keychain may take its time: the first question does not wait for it.
  if (!state.live.hasKey) void carryOut({ kind: 'find-key' }, state);
  let { columns } = output;
  let isLent = false;
  // Before Ink hears of it, the old frame is laid straight and taken away; afterwards the new one is drawn.
  const beforeResize = () => {
    isLent = isLeft;
    if (!isLent && output.columns < columns) {
      output.write(straighten(drawn, output.columns));
      isLeft = true;
      ink.rerender(screen());
    }
    columns = output.columns;
  };
  const afterResize = () => {
    isLeft = isLent;
    ink.rerender(screen());
  };
  output.on('resize', beforeResize);
  const ink = render(screen(), {
    stdout: output,
    stderr: output,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    incrementalRendering: true,
    maxFps: 1000,
  });
  output.on('resize', afterResize);
  world.signal.addEventListener('abort', () => leave());
  if (world.signal.aborted) leave();
  else dispatch({ kind: 'started' });
  try {
    await left;
  } finally {
    leaving.abort();
    keyboard.stop();
    output.off('resize', beforeResize);
    output.off('resize', afterResize);
    // What has scrolled up stays; the question that was open goes.
    isLeft = true;
    ink.rerender(screen());
    ink.unmount();
  }
  return { exitCode: lastExitCode(state), state };
}
