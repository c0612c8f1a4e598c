import { type Question, questionMessage } from '@helpcrunch-customer-kit/core';
import { unknownDraftAdvice } from '../../drafts/draft-messages.ts';
import { type Intent, menuStep } from '../../input/intent.ts';
import { consentHints } from '../../input/key-bindings.ts';
import type { View } from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import type { QuestionScreen, WizardState } from '../wizard-state.ts';

/**
 * How long the question has to be on the screen, without a key, before it can be answered, in milliseconds: longer than
 * the delay before a held key repeats is not needed, because every repeat starts it again.
 */
export const questionDelay = 500;

const send = 0;
const cancel = 1;

/**
 * What has to be answered before anything is sent. The safe answer is selected: a terminal does not tell a key that is
 * held down from one that is pressed again, so Enter alone, which leads here, never sends.
 */
export function openQuestion(state: WizardState, question: Question): Transition {
  const selected = cancel;
  const armedAt = state.now + questionDelay;
  return asking(
    { ...state, screen: { kind: 'question', question, selected, armedAt } },
    { kind: 'tick-later', milliseconds: questionDelay },
  );
}

/** Until it is armed, every key counts as a repeat of the one that led here, and starts the delay again. */
export function onQuestionIntent(state: WizardState, screen: QuestionScreen, intent: Intent): Transition {
  // The safe answer, from a key that did not lead here.
  if (intent.kind === 'back') return answer(state, 'cancel');
  if (state.now < screen.armedAt) {
    return staying({ ...state, screen: { ...screen, armedAt: state.now + questionDelay } });
  }
  if (intent.kind === 'text' && /^[yn]$/i.test(intent.text)) {
    return answer(state, intent.text.toLowerCase() === 'y' ? 'send' : 'cancel');
  }
  const step = menuStep(screen.selected, 2, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected } });
    case 'choose':
      return answer(state, step.index === send ? 'send' : 'cancel');
    default:
      return staying(state);
  }
}

/** The keys are shown once they count. */
export function onQuestionTick(state: WizardState, { armedAt }: QuestionScreen): Transition {
  const milliseconds = armedAt - state.now;
  return milliseconds > 0 ? asking(state, { kind: 'tick-later', milliseconds }) : staying(state);
}

function answer(state: WizardState, kind: 'send' | 'cancel'): Transition {
  return asking(
    { ...state, screen: { kind: 'sending', phase: 'starting', stopping: false, since: state.now } },
    { kind: 'answer', answer: { kind } },
  );
}

/** A resumed draft was sent by another run, which the ledger of this one may not know. */
function isForgottenAttempt({ mayExist }: WizardState, { account, reasons }: Question): boolean {
  return mayExist && account.kind === 'live' && !reasons.some(({ kind }) => kind === 'unresolved');
}

export function questionView(state: WizardState, { question, selected, armedAt }: QuestionScreen): View {
  const message = questionMessage(question);
  const reasons = [...(isForgottenAttempt(state, question) ? [unknownDraftAdvice] : []), ...message.reasons];
  return {
    history: state.history,
    title: 'Create customer',
    account: state.account,
    // Not in the title, which is cut where it is too long.
    lead: [
      { text: message.title, tone: 'strong' },
      ...reasons.map((text) => ({ text, tone: 'advice' }) as const),
      { text: `Body: ${JSON.stringify(question.request)}`, tone: 'quiet' },
    ],
    body: [
      { text: message.send, tone: 'plain' },
      { text: message.cancel, tone: 'plain' },
    ],
    selected,
    notes: [],
    keys: state.now < armedAt ? 'One moment…' : consentHints('create'),
  };
}
