import type { Screen, WizardState } from '../wizard/wizard-state.ts';
import { keyHints } from './key-hints.ts';
import { lineView } from './line-view.ts';
import type { Size, View } from './view.ts';

export function keyView(state: WizardState, screen: Extract<Screen, { kind: 'key' }>, size: Size): View {
  return {
    history: state.history,
    title: `API key for ${state.live.host ?? 'HelpCrunch'}`,
    account: 'live',
    body: [],
    input: lineView(screen.line, {
      placeholder: 'paste it here; it is not shown',
      masked: true,
      size,
    }),
    notes: [
      screen.problem === undefined
        ? { text: 'HelpCrunch: Settings → Developers → Public API.', tone: 'quiet' }
        : { text: screen.problem, tone: 'problem' },
      ...(state.live.note === undefined ? [] : [{ text: state.live.note, tone: 'quiet' } as const]),
    ],
    keys: keyHints('submit', 'back', 'quit'),
  };
}
