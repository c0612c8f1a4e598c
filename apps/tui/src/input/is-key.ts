import type { InputEvent } from './input-event.ts';
import type { KeyBinding } from './key-binding.ts';
import { type KeyAction, keyBindings } from './key-bindings.ts';

/** True when the event is a key that does one of these things. */
export function isKey(event: InputEvent, ...actions: readonly KeyAction[]): boolean {
  return event.kind === 'key' && actions.some((action) => keysOf(action).includes(event.name));
}

export function keysOf(action: KeyAction): readonly string[] {
  const binding: KeyBinding = keyBindings[action];
  return binding.keys;
}
