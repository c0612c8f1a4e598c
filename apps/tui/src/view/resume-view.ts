import { draftTitle } from '../drafts/draft-words.ts';
import type { ResumeScreen, WizardState } from '../wizard/wizard-state.ts';
import { keyHints } from './key-hints.ts';
import type { View } from './view.ts';

/** What was left behind, to go on with or to pass by. */
export function resumeView(state: WizardState, { drafts, selected }: ResumeScreen): View {
  return {
    history: state.history,
    title: 'Go on with a draft?',
    account: undefined,
    body: [
      ...drafts.map((draft) => ({ text: draftTitle(draft, state.now), tone: 'plain' }) as const),
      { text: 'Start a new customer', tone: 'plain' },
    ],
    selected,
    notes: [{ text: 'A draft stays until its customer is created; --forget deletes all.', tone: 'quiet' }],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}
