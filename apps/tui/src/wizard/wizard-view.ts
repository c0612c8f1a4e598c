import type { Size, View } from '../render/view.ts';
import { accountView } from './screens/account.ts';
import { fieldView } from './screens/field/view.ts';
import { helpView } from './screens/help.ts';
import { keepKeyView, keyView } from './screens/key.ts';
import { outcomeView } from './screens/outcome/view.ts';
import { pastedView } from './screens/pasted.ts';
import { progressView } from './screens/progress.ts';
import { questionView } from './screens/question.ts';
import { resumeView } from './screens/resume.ts';
import { reviewView } from './screens/review/view.ts';
import type { WizardState } from './wizard-state.ts';

/** What is on the screen for a state, as data. Pure. */
export function screenView(state: WizardState, size: Size): View {
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
    case 'question':
      return questionView(state, screen);
    case 'waiting':
    case 'sending':
    case 'checking':
      return progressView(state, screen);
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}
