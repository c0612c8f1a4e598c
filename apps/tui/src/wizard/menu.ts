import type { InputEvent } from '../input/input-event.ts';

/** Moves through a list of choices; `undefined` for an event that does not move. Stops at both ends. */
export function moveSelection(selected: number, count: number, event: InputEvent): number | undefined {
  if (event.kind !== 'key') return undefined;
  switch (event.name) {
    case 'up':
    case 'ctrl+p':
      return Math.max(0, selected - 1);
    case 'down':
    case 'ctrl+n':
      return Math.min(count - 1, selected + 1);
    case 'home':
    case 'page-up':
      return 0;
    case 'end':
    case 'page-down':
      return count - 1;
    default:
      return undefined;
  }
}

export function isKey(event: InputEvent, ...names: readonly string[]): boolean {
  return event.kind === 'key' && names.includes(event.name);
}
