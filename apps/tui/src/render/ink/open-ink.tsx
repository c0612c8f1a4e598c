import { render } from 'ink';
import { eraseFrame, type Frame, reflowOf } from '../../terminal/erase-frame.ts';
import { createInkOutput } from '../../terminal/ink-output.ts';
import { type KeySource, startKeyboard } from '../../terminal/keyboard.ts';
import { intentOf } from '../../wizard/wizard.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import type { OpenRenderer } from '../renderer.ts';
import { frameWidth, type KeyHider } from '../view.ts';
import { App } from './app.tsx';
import { cursorOf, rowWidths, wizardView } from './frame.ts';

/** Draws the wizard in place with Ink, and turns keys into intents. */
export function openInk(input: KeySource, output: NodeJS.WriteStream, keys: KeyHider): OpenRenderer {
  return (machine) => {
    const startKeys = () =>
      startKeyboard({ input, output, onEvents: (events) => machine.dispatchAll(events, intentOf) });
    // Before the first frame: a terminal that is not raw yet would echo a key into it.
    let keyboard = startKeys();
    let screen: WizardScreen;
    try {
      screen = openScreen(output, machine.state, keys);
    } catch (error) {
      keyboard.stop();
      throw error;
    }
    let latestTurn: Promise<unknown> = Promise.resolve();
    // One after the other: each takes the question away, and puts it back.
    const inTurn = <Result,>(work: () => Promise<Result>): Promise<Result> => {
      const turn = latestTurn.then(work);
      latestTurn = turn.catch(() => {});
      return turn;
    };
    return {
      draw: (state) => screen.draw(state),
      write: (sequence) => output.write(sequence),
      print(text) {
        void inTurn(async () => {
          await screen.hide();
          output.write(`${text}\n`);
          screen.show();
        });
      },
      lend: (work) =>
        inTurn(async () => {
          keyboard.stop();
          await screen.hide();
          try {
            return await work();
          } finally {
            keyboard = startKeys();
            screen.show();
          }
        }),
      close() {
        keyboard.stop();
        screen.close();
      },
    };
  };
}

/** The wizard as it stands on the terminal: what was printed has scrolled up, and the open question lives below it. */
export interface WizardScreen {
  draw(state: WizardState): void;
  /** Takes the open question away, and settles once it is gone; what was printed stays. */
  hide(): Promise<void>;
  show(): void;
  /** Hides for good, and gives the terminal back. */
  close(): void;
}

/** How long a window's size has to stay before the form is drawn for it, in milliseconds. */
const patience = 40;

const showCursor = '\u001b[?25h';
const nothing: Frame = { widths: [], cursor: undefined };

/** Draws the wizard on a terminal, and redraws it when the terminal's size changes. */
function openScreen(output: NodeJS.WriteStream, start: WizardState, keys: KeyHider): WizardScreen {
  let state = start;
  let isHidden = false;
  let drawn = nothing;
  const form = (isAway: boolean) => {
    const size = { columns: output.columns, rows: output.rows };
    const view = wizardView(state, size, keys);
    drawn = isAway ? nothing : { widths: rowWidths(view, frameWidth(size)), cursor: cursorOf(view) };
    return <App view={view} width={frameWidth(size)} isLeft={isAway} />;
  };

  const redraw = () => ink.rerender(form(isHidden));
  const terminal = createInkOutput(output);
  const reflow = reflowOf(process.env);
  let resizing: NodeJS.Timeout | undefined;
  // The old frame, which no longer lies as Ink has drawn it, is erased by its own measure, and Ink forgets it without
  // another word. What Ink then draws for the new size, it can erase itself.
  const settle = () => {
    clearTimeout(resizing);
    resizing = undefined;
    if (isHidden) return;
    output.write(eraseFrame(drawn, output.columns, reflow));
    terminal.withoutWriting(() => ink.clear());
    redraw();
  };
  // A window that is being dragged has the next size before anything drawn for this one has arrived.
  const onResize = () => {
    clearTimeout(resizing);
    resizing = setTimeout(settle, patience);
  };
  output.on('resize', onResize);
  const ink = render(form(false), {
    stdout: terminal.stream,
    stderr: terminal.stream,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    incrementalRendering: true,
    maxFps: 1000,
  });
  // A screen that cannot be drawn is our mistake: thrown where crashes are watched, it ends the wizard in good order.
  ink.waitUntilExit().catch((error: unknown) => {
    setImmediate(() => {
      throw error;
    });
  });

  return {
    draw(next) {
      state = next;
      if (resizing) settle();
      else redraw();
    },
    async hide() {
      if (resizing) settle();
      isHidden = true;
      redraw();
      await ink.waitUntilRenderFlush();
      output.write(showCursor);
    },
    show() {
      isHidden = false;
      redraw();
    },
    close() {
      if (resizing) settle();
      output.off('resize', onResize);
      isHidden = true;
      redraw();
      ink.unmount();
    },
  };
}
