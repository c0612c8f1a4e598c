import { secondsLeft } from '../wizard/on-waiting.ts';
import type { WizardState } from '../wizard/wizard-state.ts';
import { accountView } from './account-view.ts';
import { fieldView } from './field-view.ts';
import { fitView } from './fit-view.ts';
import { helpView } from './help-view.ts';
import { keepKeyView } from './keep-key-view.ts';
import { keyHints } from './key-hints.ts';
import { keyView } from './key-view.ts';
import { outcomeView } from './outcome-view.ts';
import { pastedView } from './pasted-view.ts';
import { resumeView } from './resume-view.ts';
import { reviewView } from './review-view.ts';
import type { Size, View } from './view.ts';

/** What is on the screen for a state, as data, in as many rows as there are. Pure. */
export function wizardView(state: WizardState, size: Size): View {
  return fitView(screenView(state, size), size);
}

function screenView(state: WizardState, size: Size): View {
  const { screen } = state;
  switch (screen.kind) {
    case 'resume':
      return resumeView(state, screen);
    case 'keep-key':
      return keepKeyView(state, screen);
    case 'account':
      return accountView(state, screen);
    case 'key':
      return keyView(state, screen, size);
    case 'field':
      return fieldView(state, screen, size);
    case 'review':
      return reviewView(state, screen, size);
    case 'outcome':
      return outcomeView(state, screen);
    case 'pasted':
      return pastedView(state, screen);
    case 'help':
      return helpView(state, screen, size);
    case 'waiting':
      return waitingView(
        state,
        `No more requests for the moment. Sending again in ${secondsLeft(screen, state.now)} s.`,
        'back',
      );
    case 'sending':
      return waitingView(state, screen.stopping ? 'Stopping…' : 'Sending…');
    case 'checking':
      return waitingView(state, 'Looking whether the customer exists…');
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

function waitingView(state: WizardState, text: string, stop: 'quit' | 'back' = 'quit'): View {
  return {
    history: state.history,
    title: 'Create customer',
    account: state.account,
    body: [{ text, tone: 'plain' }],
    notes: [],
    keys: keyHints([stop, 'stop']),
  };
}
