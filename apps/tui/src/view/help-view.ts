import type { KeyBinding } from '../input/key-binding.ts';
import type { HelpScreen, WizardState } from '../wizard/wizard-state.ts';
import { helpGroups } from './help-lines.ts';
import { keyHints } from './key-hints.ts';
import { lineWidth, type Size, type View, type ViewLine } from './view.ts';
import { wrap } from './wrap.ts';

/** How many cells there are before what a key does. */
const margin = 13;

/** The row at which help stands when it is scrolled to its end. */
export function lastHelpRow(size: Size): number {
  return Math.max(0, helpLines(size).length - roomOf(size));
}

function roomOf({ rows }: Size): number {
  return Math.max(3, rows - 4);
}

function helpLines(size: Size): readonly ViewLine[] {
  return helpGroups().flatMap(({ title, bindings }): ViewLine[] => [
    { text: title, tone: 'strong' },
    ...bindings.flatMap((binding) => keyLines(binding, lineWidth(size))),
  ]);
}

/** Every key with what it does, as much of it as fits. */
export function helpView(state: WizardState, screen: HelpScreen, size: Size): View {
  const lines = helpLines(size);
  const room = roomOf(size);
  const first = Math.min(screen.first, lastHelpRow(size));
  const last = Math.min(first + room, lines.length);
  return {
    history: state.history,
    title: lines.length > room ? `Keys, rows ${first + 1} to ${last} of ${lines.length}` : 'Keys',
    account: state.account,
    body: lines.slice(first, last),
    notes: [],
    keys: keyHints(['up', 'scroll'], ['back', 'close']),
  };
}

/** A key, and beside it what it does, in as many rows as that takes. */
function keyLines({ shown, says }: KeyBinding, width: number): readonly ViewLine[] {
  return wrap(says, Math.max(margin, width - margin)).map((row, index) => {
    const before = index === 0 ? `  ${shown}` : '';
    return { text: `${before.padEnd(margin)}${row}`, tone: 'plain' };
  });
}
