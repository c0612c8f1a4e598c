import type { KeyBinding } from '../input/key-binding.ts';
import { type KeyAction, keyBindings } from '../input/key-bindings.ts';

/** A key, with a word for what it does here where that differs from what it usually does. */
export type KeyHint = KeyAction | readonly [KeyAction, string];

/** A footer: three hints at the most, so that it stays short. */
export function keyHints(...hints: readonly KeyHint[]): string {
  return hints.slice(0, 3).map(hintText).join(' · ');
}

function hintText(hint: KeyHint): string {
  const [action, word] = typeof hint === 'string' ? [hint, undefined] : hint;
  const binding: KeyBinding = keyBindings[action];
  return `${binding.shown} ${word ?? binding.hint}`;
}
