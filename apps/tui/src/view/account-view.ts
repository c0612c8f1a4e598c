import type { Screen, WizardState } from '../wizard/wizard-state.ts';
import { keyHints } from './key-hints.ts';
import type { View } from './view.ts';

export function accountView(state: WizardState, screen: Extract<Screen, { kind: 'account' }>): View {
  const { live } = state;
  const source = live.source === 'keychain' ? "this system's keychain" : 'HELPCRUNCH_API_KEY';
  const key = live.hasKey ? `with the key from ${source}` : 'needs an API key';
  return {
    history: state.history,
    title: 'Create customer',
    account: undefined,
    body: [
      { text: 'Sandbox: try it out, nothing leaves this machine', tone: 'plain' },
      { text: `HelpCrunch${live.host === undefined ? '' : ` at ${live.host}`}: ${key}`, tone: 'plain' },
    ],
    selected: screen.selected,
    notes: screen.problem === undefined ? [] : [{ text: screen.problem, tone: 'problem' }],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}
