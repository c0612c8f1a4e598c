import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { moveSelection } from './menu.ts';
import { goOnWithAccount } from './on-account.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { KeepKeyScreen, WizardState } from './wizard-state.ts';

/** A key that can be used was pasted: is it to be there the next time, too? Keeping is never the first choice. */
export function offerToKeep(state: WizardState): Transition {
  return staying(
    state.screen.kind === 'key' ? { ...state, screen: { kind: 'keep-key', selected: 0 } } : state,
  );
}

export function onKeepKeyInput(state: WizardState, screen: KeepKeyScreen, event: InputEvent): Transition {
  const selected = moveSelection(screen.selected, 2, event);
  if (selected !== undefined) return staying({ ...state, screen: { ...screen, selected } });
  if (isKey(event, 'back')) return goOnWithAccount(state);
  if (!isKey(event, 'submit')) return staying(state);
  const next = goOnWithAccount(state);
  return screen.selected === 1 ? asking(next.state, ...next.effects, { kind: 'keep-key' }) : next;
}
