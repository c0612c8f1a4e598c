import type { InputEvent } from './input-event.ts';
import { type KeyAction, type KeyBinding, keyBindings } from './key-bindings.ts';

/** True when the event is a key that does one of these things. */
export function isKey(event: InputEvent, ...actions: readonly KeyAction[]): boolean {
  return event.kind === 'key' && actions.some((action) => keysOf(action).includes(event.name));
}

export function keysOf(action: KeyAction): readonly string[] {
  const binding: KeyBinding = keyBindings[action];
  return binding.keys;
}
