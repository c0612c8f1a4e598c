import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';

/** Moves through a list of choices; `undefined` for an event that does not move. Stops at both ends. */
export function moveSelection(selected: number, count: number, event: InputEvent): number | undefined {
  if (isKey(event, 'up')) return Math.max(0, selected - 1);
  if (isKey(event, 'down')) return Math.min(count - 1, selected + 1);
  if (isKey(event, 'first')) return 0;
  return isKey(event, 'last') ? count - 1 : undefined;
}
