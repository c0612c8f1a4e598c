import { render } from 'ink';
import type { InputEvent } from '../../input/decode-input.ts';
import { createInkOutput, eraseFrame, type Frame, reflowOf } from '../../terminal/ink-output.ts';
import { type KeySource, startKeyboard } from '../../terminal/keyboard.ts';
import { frameWidth, type Size, type View } from '../view.ts';
import { App } from './app.tsx';
import { cursorOf, rowWidths } from './frame.ts';

export interface DrawingOptions {
  readonly input: KeySource;
  readonly output: NodeJS.WriteStream;
  /** What is to be seen now, fitted to the terminal. */
  readonly view: (size: Size) => View;
  readonly onEvents: (events: readonly InputEvent[]) => void;
}

/** A block that is drawn in place, below what was said, and the keys that are pressed meanwhile. */
export interface Drawing {
  /** Called after every change. */
  draw(): void;
  /** Writes a sequence that draws nothing. */
  write(sequence: string): void;
  /** Writes a text above the block as it is. */
  print(text: string): void;
  /** Lends the terminal to another program for as long as the work takes, then takes it back and draws it again. */
  lend<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Gives the terminal back as it was. */
  close(): void;
  /** The same, without the empty row that Ink leaves: more is written below at once. */
  leave(): Promise<void>;
}

/** Draws with Ink, and reads keys. */
export function openDrawing({ input, output, view, onEvents }: DrawingOptions): Drawing {
  const startKeys = () => startKeyboard({ input, output, onEvents });
  // Before the first frame: a terminal that is not raw yet would echo a key into it.
  let keyboard = startKeys();
  let screen: DrawnScreen;
  try {
    screen = openScreen(output, view);
  } catch (error) {
    keyboard.stop();
    throw error;
  }
  let latestTurn: Promise<unknown> = Promise.resolve();
  // One after the other: each takes the block away, and puts it back.
  const inTurn = <Result,>(work: () => Promise<Result>): Promise<Result> => {
    const turn = latestTurn.then(work);
    latestTurn = turn.catch(() => {});
    return turn;
  };
  return {
    draw: () => screen.draw(),
    write: (sequence) => output.write(sequence),
    print(text) {
      void inTurn(async () => {
        await screen.hide();
        output.write(`\n${text}\n`);
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
    async leave() {
      keyboard.stop();
      await screen.hide();
      screen.close();
    },
  };
}

/** The block as it stands on the terminal: what was said has scrolled up, and the open question lives below it. */
interface DrawnScreen {
  draw(): void;
  /** Takes the block away, and settles once it is gone; what was said stays. */
  hide(): Promise<void>;
  show(): void;
  /** Hides for good, and gives the terminal back. */
  close(): void;
}

/** How long a window's size has to stay before the form is drawn for it, in milliseconds. */
const patience = 40;

const showCursor = '\u001b[?25h';
const nothing: Frame = { widths: [], cursor: undefined };

/** Draws on a terminal, and draws again when its size changes. */
function openScreen(output: NodeJS.WriteStream, viewOf: DrawingOptions['view']): DrawnScreen {
  let isHidden = false;
  let drawn = nothing;
  const form = (isAway: boolean) => {
    const size = { columns: output.columns, rows: output.rows };
    const view = viewOf(size);
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
    draw() {
      if (resizing) settle();
      else redraw();
    },
    async hide() {
      if (resizing) settle();
      isHidden = true;
      redraw();
      await ink.waitUntilRenderFlush();
      // Ink takes the empty row that it leaves for a part of what it draws next, and would erase what is written there.
      ink.clear();
      output.write(showCursor);
    },
    show() {
      isHidden = false;
      redraw();
    },
    close() {
      if (resizing) settle();
      output.off('resize', onResize);
      if (!isHidden) {
        isHidden = true;
        redraw();
      }
      ink.unmount();
    },
  };
}
