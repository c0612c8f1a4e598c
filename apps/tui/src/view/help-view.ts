import type { HelpScreen, WizardState } from '../wizard/wizard-state.ts';
import { helpGroups } from './help-lines.ts';
import { keyHints } from './key-hints.ts';
import type { Size, View, ViewLine } from './view.ts';

/** Every key with what it does, as much of it as fits. */
export function helpView(state: WizardState, screen: HelpScreen, size: Size): View {
  const lines = helpGroups().flatMap(({ title, bindings }): ViewLine[] => [
    { text: title, tone: 'strong' },
    ...bindings.map(
      ({ shown, says }): ViewLine => ({ text: `  ${shown.padEnd(10)} ${says}`, tone: 'plain' }),
    ),
  ]);
  const room = Math.max(3, size.rows - 4);
  const first = Math.min(screen.first, Math.max(0, lines.length - room));
  return {
    history: state.history,
    title: 'Keys',
    account: state.account,
    body: lines.slice(first, first + room),
    notes: [],
    keys: keyHints(['up', 'scroll'], ['back', 'close']),
  };
}
