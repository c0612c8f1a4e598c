import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { goOnWithAccount, onAccountAsked, onAccountInput, onAccountRefused } from './on-account.ts';
import { onFieldInput, onTextEdited } from './on-field.ts';
import { asksForHelp, onHelpInput, openHelp } from './on-help.ts';
import { offerToKeep, onKeepKeyInput } from './on-keep-key.ts';
import { onKeyInput } from './on-key.ts';
import { onChecked, onOutcomeInput, onSent } from './on-outcome.ts';
import { onPastedInput, openPasted, pastedCustomer } from './on-pasted.ts';
import { onResumeInput } from './on-resume.ts';
import { onReviewInput } from './on-review.ts';
import { onKeyLookedUp } from './on-stored-key.ts';
import { onTick, onWaitingInput } from './on-waiting.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { WizardEvent } from './wizard-event.ts';
import type { HistoryLine, WizardState } from './wizard-state.ts';

/** The whole wizard as a pure function: what happens next, and what the world is asked to do. */
export function reduceWizard(state: WizardState, event: WizardEvent): Transition {
  switch (event.kind) {
    case 'started':
      return onAccountAsked(state);
    case 'account-ready':
      return event.canKeep ? offerToKeep(state) : goOnWithAccount(state);
    case 'key-looked-up':
      return onKeyLookedUp(state, event);
    case 'account-refused':
      return onAccountRefused(state, event.problem);
    case 'looked-up':
      return state.lookUp?.subject === event.subject
        ? staying({ ...state, lookUp: { subject: event.subject, result: event.result } })
        : staying(state);
    case 'sent':
      return onSent(state, event);
    case 'checked':
      return onChecked(state, event.check);
    case 'tick':
      return onTick(state);
    case 'text-edited':
      return onTextEdited(state, event.text);
    case 'shown':
      return staying({ ...state, history: [...state.history, ...event.lines.map(plainLine)] });
    case 'said':
      return staying({ ...state, history: [...state.history, { mark: 'advice', text: event.sentence }] });
    default:
      return onInput(state, event);
  }
}

function plainLine(text: string): HistoryLine {
  return { mark: 'plain', text };
}

function onInput(state: WizardState, event: InputEvent): Transition {
  const { screen } = state;
  if (isKey(event, 'quit')) return quit(state);
  if (isKey(event, 'suspend')) return asking(state, { kind: 'suspend' });
  if (asksForHelp(state, event)) return openHelp(state);
  const pasted = pastedCustomer(state, event);
  if (pasted && event.kind === 'paste') return openPasted(state, pasted, event.text);
  switch (screen.kind) {
    case 'resume':
      return onResumeInput(state, screen, event);
    case 'keep-key':
      return onKeepKeyInput(state, screen, event);
    case 'account':
      return onAccountInput(state, screen, event);
    case 'key':
      return onKeyInput(state, screen, event);
    case 'field':
      return onFieldInput(state, screen, event);
    case 'review':
      return onReviewInput(state, screen, event);
    case 'outcome':
      return onOutcomeInput(state, screen, event);
    case 'waiting':
      return onWaitingInput(state, screen, event);
    case 'pasted':
      return onPastedInput(state, screen, event);
    case 'help':
      return onHelpInput(state, screen, event);
    case 'sending':
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
  if (state.screen.kind === 'sending' && !state.screen.stopping) {
    return asking({ ...state, screen: { kind: 'sending', stopping: true } }, { kind: 'stop-sending' });
  }
  return asking(state, { kind: 'exit' });
}
