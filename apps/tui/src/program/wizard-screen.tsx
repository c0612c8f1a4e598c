import { render } from 'ink';
import { App } from '../components/app.tsx';
import { type Frame, straighten } from '../terminal/straighten.ts';
import { cursorOf, rowWidths } from '../view/frame.ts';
import { lineWidth } from '../view/view.ts';
import { wizardView } from '../view/wizard-view.ts';
import type { WizardState } from '../wizard/wizard-state.ts';

/** The wizard as it stands on the terminal: what was said has scrolled up, and the open question lives below it. */
export interface WizardScreen {
  draw(state: WizardState): void;
  /** Takes the open question away, and settles once it is gone; what was said stays. */
  hide(): Promise<void>;
  show(): void;
  /** Hides for good, and gives the terminal back. */
  close(): void;
}

const showCursor = '\u001b[?25h';
const nothing: Frame = { widths: [], cursor: undefined };

/** Draws the wizard on a terminal, and draws it anew when the terminal's size changes. */
export function openScreen(output: NodeJS.WriteStream, start: WizardState): WizardScreen {
  let state = start;
  let isHidden = false;
  let drawn = nothing;
  const form = (isAway: boolean) => {
    const size = { columns: output.columns, rows: output.rows };
    const view = wizardView(state, size);
    drawn = isAway ? nothing : { widths: rowWidths(view, lineWidth(size)), cursor: cursorOf(view) };
    return <App view={view} width={lineWidth(size)} isLeft={isAway} />;
  };

  let { columns } = output;
  // Before Ink hears of it, the old frame is laid straight and taken away; afterwards the new one is drawn.
  const beforeResize = () => {
    if (!isHidden && output.columns < columns) {
      output.write(straighten(drawn, output.columns));
      ink.rerender(form(true));
    }
    columns = output.columns;
  };
  const redraw = () => ink.rerender(form(isHidden));
  output.on('resize', beforeResize);
  const ink = render(form(false), {
    stdout: output,
    stderr: output,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    incrementalRendering: true,
    maxFps: 1000,
  });
  output.on('resize', redraw);
  // A screen that cannot be drawn is our mistake: thrown where crashes are watched, it ends the wizard in good order.
  ink.waitUntilExit().catch((error: unknown) => {
    setImmediate(() => {
      throw error;
    });
  });

  return {
    draw(next) {
      state = next;
      redraw();
    },
    async hide() {
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
      output.off('resize', beforeResize);
      output.off('resize', redraw);
      isHidden = true;
      redraw();
      ink.unmount();
    },
  };
}
