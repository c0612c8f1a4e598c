import { editLine } from '../input/edit-line.ts';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { lineOf } from '../input/line.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { KeyScreen, WizardState } from './wizard-state.ts';

/** The key is typed masked, handed over once, and forgotten here. */
export function onKeyInput(state: WizardState, screen: KeyScreen, event: InputEvent): Transition {
  if (isKey(event, 'back')) {
    return staying({ ...state, account: undefined, screen: { kind: 'account', selected: 1 } });
  }
  if (isKey(event, 'submit')) {
    const pastedKey = screen.line.text;
    return asking(
      { ...state, screen: { kind: 'key', line: lineOf(''), isOpening: true } },
      { kind: 'open-live', pastedKey },
    );
  }
  const line = editLine(screen.line, event, { lines: false });
  // No history of edits: an undo must not bring a key back.
  return line
    ? staying({ ...state, screen: { kind: 'key', line: { ...line, past: [], future: [], cut: '' } } })
    : staying(state);
}
