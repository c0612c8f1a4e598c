import type { KeepKeyScreen, WizardState } from '../wizard/wizard-state.ts';
import { keyHints } from './key-hints.ts';
import type { View } from './view.ts';

export function keepKeyView(state: WizardState, { selected }: KeepKeyScreen): View {
  return {
    history: state.history,
    title: 'Keep the key for the next time?',
    account: 'live',
    body: [
      { text: 'No, use it this once', tone: 'plain' },
      { text: `Yes, in this system's keychain, for ${state.live.host}`, tone: 'plain' },
    ],
    selected,
    notes: [{ text: 'The command logout takes it out again.', tone: 'quiet' }],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}
