import {
  type Check,
  type Created,
  checkMessage,
  type Message,
  type Outcome,
  outcomeMessage,
} from '@helpcrunch-customer-kit/core';
import type { Intent } from '../../../input/intent.ts';
import { lineOf } from '../../../input/line.ts';
import { placeName } from '../../../words/place-name.ts';
import { menuStep } from '../../menu.ts';
import { stepIndex } from '../../steps.ts';
import { asking, staying, type Transition } from '../../transition.ts';
import type { WizardEvent } from '../../wizard-event.ts';
import type { HistoryLine, OutcomeScreen, WizardState } from '../../wizard-state.ts';
import { openStep } from '../field/state.ts';
import { startWaiting } from '../progress.ts';
import { openReview, stepOfPath } from '../review/state.ts';
import { type OutcomeAction, outcomeActions } from './actions.ts';
import { storedLines } from './stored-lines.ts';

/** What came back from sending. A refusal leads straight to the first field that was refused. */
export function onSent(
  state: WizardState,
  { outcome, lookUp }: Extract<WizardEvent, { kind: 'sent' }>,
): Transition {
  const subject = state.lookUp?.subject ?? '';
  const refusals = outcome.issues.filter((issue) => issue.code === 'refused');
  const told: WizardState = {
    ...state,
    outcome,
    isAnother: false,
    refusals,
    lookUp: { subject, result: lookUp },
  };
  if (outcome.outcome === 'cancelled') return openReview(told);
  if (outcome.outcome === 'rate-limited') return startWaiting(told, outcome.retryAfter);
  const message = outcomeMessage(outcome, state.account ?? 'sandbox');
  const steps = refusals.map(({ path }) => stepOfPath(path)).filter((step) => step !== -1);
  if (outcome.outcome === 'rejected' && steps.length > 0) {
    const history = [...told.history, { mark: 'advice', text: message.sentence } as const];
    return staying(openStep({ ...told, history }, Math.min(...steps), 'wrong'));
  }
  return staying(showOutcome(told, outcome, message, undefined));
}

/** A customer that was created scrolls up with all that was stored, where it stays in sight. */
function showOutcome(
  state: WizardState,
  outcome: Outcome,
  message: Message,
  check: Check | undefined,
): WizardState {
  const stored = outcome.outcome === 'created' ? createdLines(outcome, message) : [];
  return {
    ...state,
    outcome,
    history: [...state.history, ...stored],
    screen: { kind: 'outcome', outcome, message, check, selected: 0 },
  };
}

function createdLines(
  { customer, dropped, changed, request }: Created,
  { sentence }: Message,
): HistoryLine[] {
  return [
    { mark: 'done', text: sentence },
    ...(customer ? storedLines(customer) : []),
    ...dropped.map(
      (path): HistoryLine => ({ mark: 'advice', text: `Not in the answer: ${placeName(path, request)}` }),
    ),
    ...changed.map(({ path, sent, got }): HistoryLine => {
      const values = `${JSON.stringify(sent)} → ${JSON.stringify(got)}`;
      return { mark: 'advice', text: `Changed: ${placeName(path, request)} ${values}` };
    }),
  ];
}

export function onChecked(state: WizardState, check: Check): Transition {
  const { outcome } = state;
  if (outcome?.outcome !== 'unknown') return staying(state);
  const now = check.kind === 'found' ? check.outcome : outcome;
  const message = checkMessage(check, state.account ?? 'sandbox');
  return staying(showOutcome(state, now, message, check));
}

export function onOutcomeIntent(state: WizardState, screen: OutcomeScreen, intent: Intent): Transition {
  const actions = outcomeActions(screen.outcome, screen.check);
  const step = menuStep(screen.selected, actions.length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected } });
    case 'choose': {
      const action = actions[step.index];
      return action ? act(state, action) : staying(state);
    }
    case 'back':
      return act(state, screen.outcome.outcome === 'created' ? 'quit' : 'review');
    default:
      return staying(state);
  }
}

function act(state: WizardState, action: OutcomeAction): Transition {
  switch (action) {
    case 'check':
      return asking({ ...state, screen: { kind: 'checking' } }, { kind: 'check' });
    case 'send-again':
      return asking({ ...state, screen: { kind: 'sending', stopping: false } }, { kind: 'send' });
    case 'change-user-id':
      return staying(openStep(state, stepIndex('userId'), 'review'));
    case 'change-key':
      return staying({ ...state, screen: { kind: 'key', line: lineOf('') } });
    case 'another':
      return staying(
        openStep(
          { ...state, draft: {}, furthest: -1, unread: [], lookUp: undefined, isAnother: true },
          0,
          'next',
        ),
      );
    case 'another-like-this':
      return openReview({ ...state, lookUp: undefined, isAnother: true });
    case 'show-command':
      return asking(state, { kind: 'show-command' });
    case 'review':
      return openReview(state);
    case 'quit':
      return asking(state, { kind: 'exit' });
    default: {
      const unreachable: never = action;
      return unreachable;
    }
  }
}
