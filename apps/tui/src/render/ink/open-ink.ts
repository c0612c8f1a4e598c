import { type KeySource, startKeyboard } from '../../terminal/keyboard.ts';
import { intentOf } from '../../wizard/place.ts';
import type { OpenRenderer } from '../renderer.ts';
import type { KeyHider } from '../view.ts';
import { openScreen, type WizardScreen } from './screen.tsx';

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
    return {
      draw: (state) => screen.draw(state),
      write: (sequence) => output.write(sequence),
      async lend(work) {
        keyboard.stop();
        await screen.hide();
        try {
          return await work();
        } finally {
          keyboard = startKeys();
          screen.show();
        }
      },
      close() {
        keyboard.stop();
        screen.close();
      },
    };
  };
}
