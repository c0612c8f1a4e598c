import { once } from 'node:events';
import { Writable } from 'node:stream';
import { openScreen, type Screen, type ScreenSize } from '@helpcrunch-customer-kit/testing/screen';
import { render } from 'ink';
import { App } from '../src/render/ink/app.tsx';
import { frameWidth, type View } from '../src/render/view.ts';

/** A view on a terminal without a window, to be drawn again and again. */
export interface Drawing extends AsyncDisposable {
  readonly screen: Screen;
  draw(view: View): Promise<void>;
  /** Leaves: only what has been printed stays. */
  leave(): Promise<void>;
}

/** Draws views as the wizard does, and gives the cells that come of it. */
export function openDrawing(size: ScreenSize): Drawing {
  const screen = openScreen(size);
  const writable = new Writable({
    decodeStrings: false,
    write(data: string, _encoding, done) {
      // A terminal's line discipline, which is not here, starts every line at its beginning.
      void screen.write(data.replaceAll(/(?<!\r)\n/g, '\r\n')).then(() => done());
    },
  });
  const output = Object.assign(writable, { ...size, isTTY: true }) as unknown as NodeJS.WriteStream;
  let last: View | undefined;
  const app = (view: View, isLeft: boolean) => <App view={view} width={frameWidth(size)} isLeft={isLeft} />;
  const ink = render(null, {
    stdout: output,
    stderr: output,
    exitOnCtrlC: false,
    patchConsole: false,
    interactive: true,
    incrementalRendering: true,
    maxFps: 1000,
  });
  const show = async (view: View, isLeft: boolean) => {
    last = view;
    ink.rerender(app(view, isLeft));
    await ink.waitUntilRenderFlush();
  };
  const end = async () => {
    ink.unmount();
    if (writable.writableNeedDrain) await once(writable, 'drain');
  };
  return {
    screen,
    draw: (view) => show(view, false),
    async leave() {
      if (last) await show(last, true);
      await end();
    },
    [Symbol.asyncDispose]: end,
  };
}
