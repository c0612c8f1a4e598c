import { isList } from '../editors/editor.ts';
import type { InputEvent } from '../input/decode-input.ts';
import { type Intent, intentAt, type Place } from '../input/intent.ts';
import type { Size, View } from '../render/view.ts';
import {
  accountView,
  goOnWithAccount,
  onAccountAsked,
  onAccountIntent,
  onAccountRefused,
} from './screens/account.ts';
import { onFieldIntent, onTextEdited } from './screens/field/update.ts';
import { fieldView } from './screens/field/view.ts';
import { hasHelp, helpView, onHelpIntent, openHelp } from './screens/help.ts';
import {
  keepKeyView,
  keyView,
  offerToKeep,
  onKeepKeyIntent,
  onKeyIntent,
  onKeyLookedUp,
} from './screens/key.ts';
import { onChecked, onEnded, onOutcomeIntent, onOutcomeTick } from './screens/outcome/outcome.ts';
import { outcomeView } from './screens/outcome/view.ts';
import { onPastedIntent, pastedScreen, pastedView } from './screens/pasted.ts';
import {
  onProgress,
  onProgressTick,
  onSendingIntent,
  onWaitingIntent,
  progressView,
  stopSending,
} from './screens/progress.ts';
import { onQuestionIntent, onQuestionTick, openQuestion, questionView } from './screens/question.ts';
import { onResumeIntent, resumeView } from './screens/resume.ts';
import { onReviewIntent } from './screens/review/review.ts';
import { reviewView } from './screens/review/view.ts';
import { asking, staying, type Transition, type WizardEvent } from './wizard-event.ts';
import type { FieldScreen, Screen, WizardState } from './wizard-state.ts';

/** The whole wizard as a pure function: what happens next, and what the program is asked to do. */
export function reduceWizard(state: WizardState, event: WizardEvent): Transition {
  switch (event.kind) {
    case 'started':
      return onAccountAsked(state);
    case 'account-ready':
      return event.canKeep ? offerToKeep(state) : goOnWithAccount(state);
    case 'key-searched':
      return onKeyLookedUp(state, event);
    case 'account-refused':
      return onAccountRefused(state, event.message);
    case 'duplicates-checked':
      return state.duplicateCheck?.subject === event.subject
        ? staying({ ...state, duplicateCheck: { subject: event.subject, result: event.result } })
        : staying(state);
    case 'asked':
      return openQuestion(state, event.question);
    case 'progressed':
      return onProgress(state, event.progress);
    case 'ended':
      return onEnded(state, event.outcome);
    case 'checked':
      return onChecked(state, event.outcome);
    case 'tick':
      return onTick(state);
    case 'text-edited':
      return onTextEdited(state, event.text);
    case 'noted':
      return staying({ ...state, history: [...state.history, { mark: 'advice', text: event.message }] });
    default:
      return onIntent(state, event);
  }
}

/** These show the seconds that pass. */
const countingScreens: ReadonlySet<Screen['kind']> = new Set(['waiting', 'sending', 'checking']);

function onTick(state: WizardState): Transition {
  const { screen } = state;
  const isCounting = screen.kind === 'key' ? screen.isOpening : countingScreens.has(screen.kind);
  if (isCounting) return onProgressTick(state);
  if (screen.kind === 'outcome') return onOutcomeTick(state, screen);
  return screen.kind === 'question' ? onQuestionTick(state, screen) : staying(state);
}

function onIntent(state: WizardState, intent: Intent): Transition {
  const { screen } = state;
  if (intent.kind === 'quit') return quit(state);
  if (intent.kind === 'suspend') return asking(state, { kind: 'suspend' });
  if (intent.kind === 'help' && hasHelp(state)) return openHelp(state);
  const pasted = pastedScreen(state, intent);
  if (pasted) return staying({ ...state, screen: pasted });
  switch (screen.kind) {
    case 'resume':
      return onResumeIntent(state, screen, intent);
    case 'keep-key':
      return onKeepKeyIntent(state, screen, intent);
    case 'account':
      return onAccountIntent(state, screen, intent);
    case 'key':
      return onKeyIntent(state, screen, intent);
    case 'field':
      return onFieldIntent(state, screen, intent);
    case 'review':
      return onReviewIntent(state, screen, intent);
    case 'outcome':
      return onOutcomeIntent(state, screen, intent);
    case 'waiting':
      return onWaitingIntent(state, screen, intent);
    case 'question':
      return onQuestionIntent(state, screen, intent);
    case 'pasted':
      return onPastedIntent(state, screen, intent);
    case 'help':
      return onHelpIntent(state, screen, intent);
    case 'sending':
      return onSendingIntent(state, screen, intent);
    case 'checking':
      return staying(state);
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

/** While sending, the first Ctrl+C stops the request and waits for the truth about it; the second leaves. */
function quit(state: WizardState): Transition {
  const { screen } = state;
  if (screen.kind === 'sending' && !screen.stopping) return stopSending(state, screen);
  return asking(state, { kind: 'exit' });
}

/** What is on the screen for a state, as data. Pure. */
export function screenView(state: WizardState, size: Size): View {
  const { screen } = state;
  switch (screen.kind) {
    case 'resume':
      return resumeView(state, screen, size);
    case 'keep-key':
      return keepKeyView(state, screen);
    case 'account':
      return accountView(state, screen, size);
    case 'key':
      return keyView(state, screen, size);
    case 'field':
      return fieldView(state, screen, size);
    case 'review':
      return reviewView(state, screen, size);
    case 'outcome':
      return outcomeView(state, screen, size);
    case 'pasted':
      return pastedView(state, screen);
    case 'help':
      return helpView(state, screen, size);
    case 'question':
      return questionView(state, screen);
    case 'waiting':
    case 'sending':
    case 'checking':
      return progressView(state, screen, size);
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

/** What a person means by a key or a text on the screen that is open. */
export function intentOf(state: WizardState, event: InputEvent): Intent {
  return intentAt(placeOf(state), event);
}

function placeOf({ screen }: WizardState): Place {
  switch (screen.kind) {
    case 'key':
      return 'line';
    case 'resume':
      return 'drafts';
    case 'field':
      return placeInField(screen);
    case 'account':
    case 'keep-key':
    case 'review':
    case 'pasted':
    case 'question':
    case 'outcome':
    case 'help':
    case 'waiting':
    case 'sending':
    case 'checking':
      return 'menu';
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}

function placeInField({ editor }: FieldScreen): Place {
  if (editor.kind === 'line' && editor.lines) return 'box';
  return isList(editor) && editor.chosen !== undefined ? 'item' : 'line';
}
