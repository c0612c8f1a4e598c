import type { KeySource } from '../../terminal/keyboard.ts';
import { intentOf, screenView } from '../../wizard/wizard.ts';
import type { WizardState } from '../../wizard/wizard-state.ts';
import { hidesNothing, type KeyHider, type OpenRenderer, type Size, type View } from '../view.ts';
import { drawnView } from './frame.ts';
import { openDrawing } from './open-drawing.tsx';

/** Draws the wizard in place with Ink, and turns keys into intents. */
export function openInk(input: KeySource, output: NodeJS.WriteStream, keys: KeyHider): OpenRenderer {
  return (machine) => {
    let { state } = machine;
    const drawing = openDrawing({
      input,
      output,
      view: (size) => wizardView(state, size, keys),
      onEvents: (events) => machine.dispatchAll(events, intentOf),
    });
    return {
      ...drawing,
      draw(next) {
        state = next;
        drawing.draw();
      },
    };
  };
}

/** What is drawn for a state, in as many rows as there are, and without a key. */
export function wizardView(state: WizardState, size: Size, keys = hidesNothing): View {
  return drawnView(screenView(state, size), size, keys);
}
