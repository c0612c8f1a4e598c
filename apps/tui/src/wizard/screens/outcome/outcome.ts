import {
  type Created,
  differenceMessages,
  type Outcome,
  outcomeMessage,
  type Unknown,
} from '@helpcrunch-customer-kit/core';
import { lineOf } from '../../../input/edit-line.ts';
import { type Intent, menuStep } from '../../../input/intent.ts';
import { asking, staying, type Transition, type WizardEffect } from '../../wizard-event.ts';
import { type HistoryLine, type OutcomeScreen, stepIndex, type WizardState } from '../../wizard-state.ts';
import { openStep } from '../field/state.ts';
import { nextSecond, startCreate } from '../progress.ts';
import { openReview, stepOfPath } from '../review/review.ts';
import { type OutcomeAction, outcomeActions, storedLines } from './view.ts';

/** How a create ended. A refusal leads straight to the first field that was refused. */
export function onEnded(state: WizardState, outcome: Outcome): Transition {
  // Nothing was sent, which changes nothing about what came of an earlier attempt.
  const { message } = outcomeMessage(outcome, state.account ?? 'sandbox');
  if (outcome.outcome === 'cancelled' && state.outcome)
    return openReview({ ...state, duplicateCheck: undefined }, { message });
  const refusals = outcome.issues.filter((issue) => issue.code === 'refused');
  const ended: WizardState = {
    ...withOutcome(state, outcome),
    isAnother: false,
    refusals,
    duplicateCheck: undefined,
  };
  const isLeft = state.screen.kind === 'waiting' && state.screen.isLeaving;
  if (outcome.outcome === 'cancelled' || (outcome.outcome === 'rate-limited' && isLeft)) {
    return openReview(ended, { message });
  }
  const steps = refusals.map(({ path }) => stepOfPath(path)).filter((step) => step !== -1);
  if (outcome.outcome === 'rejected' && steps.length > 0) {
    const history = [...ended.history, { mark: 'advice', text: message } as const];
    return staying(openStep({ ...ended, history }, Math.min(...steps), 'wrong'));
  }
  return asking(showOutcome(ended, outcome), ...ageing(outcome));
}

/** A customer who may exist in a live account is not forgotten until it is known that they do. */
function withOutcome(state: WizardState, outcome: Outcome): WizardState {
  const { account, mayExist, ledgerIds } = state;
  const isKnown = outcome.outcome === 'created' && account === 'live';
  const isUnknown = outcome.outcome === 'unknown' && account === 'live';
  return {
    ...state,
    outcome,
    outcomeAccount: account,
    mayExist: (mayExist || isUnknown) && !isKnown,
    // What it came to is certain, whatever became of earlier ones.
    ledgerIds: isKnown ? [] : isUnknown ? ledgerIds : ledgerIds.filter((id) => id !== outcome.ledgerId),
  };
}

/** A customer that was created scrolls up with all that was stored, where it stays in sight. */
function showOutcome(state: WizardState, outcome: Outcome, lookupsBefore = 0): WizardState {
  const stored = outcome.outcome === 'created' ? createdLines(state, outcome) : [];
  return {
    ...state,
    history: [...state.history, ...stored],
    screen: {
      kind: 'outcome',
      outcome,
      selected: 0,
      ...(isLookedFor(outcome) ? { lookups: { count: lookupsBefore + 1, at: state.now } } : {}),
    },
  };
}

function createdLines({ account = 'sandbox' }: WizardState, outcome: Created): HistoryLine[] {
  const differences = differenceMessages(outcome, outcome.request);
  return [
    { mark: 'done', text: outcomeMessage(outcome, account).message },
    ...(outcome.customer ? storedLines(outcome.customer) : []),
    ...differences.map((text): HistoryLine => ({ mark: 'advice', text })),
  ];
}

/** What one more look for a customer has found. */
export function onChecked(state: WizardState, outcome: Created | Unknown): Transition {
  const { screen } = state;
  if (screen.kind !== 'checking') return staying(state);
  return asking(showOutcome(withOutcome(state, outcome), outcome, screen.lookups), ...ageing(outcome));
}

function isLookedFor(outcome: Outcome): boolean {
  return outcome.outcome === 'unknown' && outcome.lookup !== undefined;
}

/** While it is unknown what came of it, the screen says how long ago it was looked for. */
function ageing(outcome: Outcome): readonly WizardEffect[] {
  return isLookedFor(outcome) ? [{ kind: 'tick-later', milliseconds: 1000 }] : [];
}

export function onOutcomeTick(state: WizardState, { outcome }: OutcomeScreen): Transition {
  return asking(state, ...ageing(outcome));
}

export function onOutcomeIntent(state: WizardState, screen: OutcomeScreen, intent: Intent): Transition {
  const actions = outcomeActions(screen.outcome, state.account);
  const step = menuStep(screen.selected, actions.length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected, isPrinted: false } });
    case 'choose': {
      const action = actions[step.index];
      return action ? act(state, action, screen) : staying(state);
    }
    case 'back':
      // A customer that was created is not sent again by going back.
      return screen.outcome.outcome === 'created' ? staying(state) : act(state, 'review', screen);
    default:
      return staying(state);
  }
}

function act(state: WizardState, action: OutcomeAction, screen: OutcomeScreen): Transition {
  const { outcome, lookups } = screen;
  const printing = (effect: WizardEffect) =>
    asking({ ...state, screen: { ...screen, isPrinted: true } }, effect);
  switch (action) {
    case 'check':
      return asking(
        { ...state, screen: { kind: 'checking', since: state.now, lookups: lookups?.count ?? 0 } },
        { kind: 'check' },
        nextSecond,
      );
    case 'send-again':
      return state.sent ? startCreate(state, state.sent) : staying(state);
    case 'change-user-id':
      return staying(openStep(state, stepIndex('userId'), 'review'));
    case 'change-key':
      return staying({ ...state, screen: { kind: 'key', line: lineOf('') } });
    case 'another':
      return staying(openStep({ ...asAnother(state), draft: {}, furthest: -1, unread: [] }, 0, 'next'));
    case 'another-like-this':
      return openReview(asAnother(state));
    case 'show-command':
      return state.sent ? printing({ kind: 'copy', form: 'command', plan: state.sent }) : staying(state);
    case 'copy-id':
      return outcome.outcome === 'created'
        ? printing({ kind: 'copy-text', title: 'ID', text: String(outcome.customer?.['id']) })
        : staying(state);
    case 'show-entry':
      return printing({ kind: 'show-entry', id: outcome.ledgerId ?? '' });
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

/** What was known of the customer before says nothing about the next one. */
function asAnother(state: WizardState): WizardState {
  return {
    ...state,
    duplicateCheck: undefined,
    isAnother: true,
    meant: state.account,
    mayExist: false,
    ledgerIds: [],
    customer: state.customer + 1,
  };
}
