import type { ReadStream } from 'node:tty';
import type { InputEvent } from '../../input/decode-input.ts';
import { intentAt } from '../../input/intent.ts';
import { drawnView } from '../../render/ink/frame.ts';
import { type Drawing, openDrawing } from '../../render/ink/open-drawing.tsx';
import type { KeyHider } from '../../render/view.ts';
import {
  type BlockView,
  type LiveBlock,
  type Menu,
  menuView,
  onMenuIntent,
  openMenu,
  type Picked,
} from './menu.ts';

export interface DrawnOptions {
  readonly input: ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
  readonly keys: KeyHider;
}

/** Draws a menu until something is picked. The terminal is given back after each: a command prints between them. */
export async function drawMenu(menu: Menu, { input, output, signal, keys }: DrawnOptions): Promise<Picked> {
  const { promise, resolve } = Promise.withResolvers<Picked>();
  const quit = () => resolve({ kind: 'quit' });
  let state = openMenu(menu, Date.now());
  let timer: NodeJS.Timeout | undefined;
  const drawing = openDrawing({
    input,
    output,
    view: (size) => drawnView(menuView(menu, state, size, Date.now()), size, keys),
    onEvents(events) {
      for (const event of events) {
        const next = onMenuIntent(menu, state, intentAt('menu', event), Date.now());
        state = next.state;
        if (next.picked) return resolve(next.picked);
      }
      drawing.draw();
      showWhenArmed();
    },
  });
  // The keys are shown once they count; a timer may come a moment early.
  const showWhenArmed = () => {
    clearTimeout(timer);
    const milliseconds = state.armedAt - Date.now();
    if (milliseconds <= 0) return;
    timer = setTimeout(() => {
      showWhenArmed();
      drawing.draw();
    }, milliseconds);
  };
  showWhenArmed();
  signal.addEventListener('abort', quit);
  if (signal.aborted) quit();
  const picked = await promise;
  signal.removeEventListener('abort', quit);
  clearTimeout(timer);
  await drawing.leave();
  return picked;
}

/** Draws what is under way, from the first view on. Ctrl+C and Esc are the signal that they are elsewhere. */
export function openLiveBlock({ input, output, keys }: Omit<DrawnOptions, 'signal'>): LiveBlock {
  let view: BlockView;
  let drawing: Drawing | undefined;
  const onEvents = (events: readonly InputEvent[]) => {
    for (const event of events) {
      const { kind } = intentAt('menu', event);
      if (kind === 'quit' || kind === 'back') process.kill(process.pid, 'SIGINT');
    }
  };
  return {
    show(next) {
      view = next;
      if (drawing) drawing.draw();
      else
        drawing = openDrawing({
          input,
          output,
          view: (size) => drawnView({ history: [], ...view(size) }, size, keys),
          onEvents,
        });
    },
    close: async () => drawing?.leave(),
  };
}
