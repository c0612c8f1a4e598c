import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { moveSelection } from './menu.ts';
import { staying, type Transition } from './transition.ts';
import type { HelpScreen, WizardState } from './wizard-state.ts';

/** True for a key that asks for help: F1 anywhere, and a question mark where nothing is being typed. */
export function asksForHelp(state: WizardState, event: InputEvent): boolean {
  const { kind } = state.screen;
  const isMenu = kind === 'account' || kind === 'review' || kind === 'outcome';
  const canOpen = isMenu || kind === 'field' || kind === 'key';
  return canOpen && (isKey(event, 'help') || (isMenu && event.kind === 'text' && event.text === '?'));
}

export function openHelp(state: WizardState): Transition {
  return staying({ ...state, screen: { kind: 'help', first: 0, under: state.screen } });
}

/** Scrolls, and closes on anything that does not scroll. */
export function onHelpInput(state: WizardState, screen: HelpScreen, event: InputEvent): Transition {
  const first = moveSelection(screen.first, state.lastHelpRow + 1, event);
  return staying({ ...state, screen: first === undefined ? screen.under : { ...screen, first } });
}
