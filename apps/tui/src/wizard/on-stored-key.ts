import { asking, staying, type Transition } from './transition.ts';
import type { WizardEvent } from './wizard-event.ts';
import type { WizardState } from './wizard-state.ts';

/** The keychain has answered. Nothing moves under anybody's fingers, but a key that was found is not asked for. */
export function onKeyLookedUp(
  state: WizardState,
  { isFound, note }: Extract<WizardEvent, { kind: 'key-looked-up' }>,
): Transition {
  const { screen } = state;
  if (!isFound) return staying({ ...state, live: { ...state.live, note } });
  const found: WizardState = { ...state, live: { ...state.live, hasKey: true, source: 'keychain' } };
  const isAskedFor = screen.kind === 'key' && screen.line.text === '' && !screen.isOpening;
  return isAskedFor ? asking(found, { kind: 'open-live', pastedKey: undefined }) : staying(found);
}
