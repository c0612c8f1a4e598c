import { isList } from '../editors/editor.ts';
import type { InputEvent } from '../input/input-event.ts';
import { type Intent, intentAt, type Place } from '../input/intent.ts';
import type { WizardState } from './wizard-state.ts';

/** What a person means by a key or a text on the screen that is open. */
export function intentOf(state: WizardState, event: InputEvent): Intent {
  return intentAt(placeOf(state), event);
}

function placeOf({ screen }: WizardState): Place {
  if (screen.kind === 'key') return 'line';
  if (screen.kind !== 'field') return 'menu';
  return isList(screen.editor) && screen.editor.chosen !== undefined ? 'item' : 'line';
}
