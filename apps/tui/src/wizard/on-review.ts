import { issueSentence, outcomeMessage, planCustomer } from '@helpcrunch-customer-kit/core';
import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { openStep, openWrongStep } from './field-screen.ts';
import { moveSelection } from './menu.ts';
import { earlierCreate, firstWrongStep, isEmptyCustomer, jsonLines, reviewRows } from './review.ts';
import { stepIndex, steps } from './steps.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { HistoryLine, ReviewScreen, WizardState } from './wizard-state.ts';

export function onReviewInput(state: WizardState, screen: ReviewScreen, event: InputEvent): Transition {
  const selected = moveSelection(screen.selected, reviewRows.length, event);
  if (selected !== undefined)
    return staying({ ...state, screen: { ...screen, selected, confirming: false } });
  if (isKey(event, 'back')) {
    return screen.confirming
      ? staying({ ...state, screen: { ...screen, confirming: false } })
      : staying(openStep(state, steps.length - 1, 'next'));
  }
  return isKey(event, 'submit') ? enter(state, screen) : staying(state);
}

function enter(state: WizardState, screen: ReviewScreen): Transition {
  const row = reviewRows[screen.selected];
  switch (row?.kind) {
    case 'send':
      return send(state, screen);
    case 'json':
      return staying({ ...state, history: [...state.history, ...jsonLines(state)] });
    case 'curl':
      return asking(state, { kind: 'copy-curl' });
    case 'dry-run':
      return dryRun(state);
    case 'field':
      return staying(openStep(state, stepIndex(row.field.key), 'review'));
    default:
      return staying(state);
  }
}

/** Says what would come of it, and sends nothing. */
function dryRun(state: WizardState): Transition {
  const plan = planCustomer({ draft: state.draft, issues: [] }, { now: state.now });
  const { sentence } = outcomeMessage(plan, state.account ?? 'sandbox');
  const history: HistoryLine[] = [
    ...plan.issues.map((issue): HistoryLine => ({ mark: 'advice', text: issueSentence(issue) })),
    ...jsonLines(state),
    { mark: 'plain', text: sentence },
  ];
  return staying({ ...state, history: [...state.history, ...history] });
}

/** Sends, unless something has to be put right first, or the same customer may be there from just before. */
function send(state: WizardState, screen: ReviewScreen): Transition {
  const wrong = firstWrongStep(state);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  if (isEmptyCustomer(state)) return staying(state);
  if (earlierCreate(state) !== undefined && !screen.confirming) {
    return staying({ ...state, screen: { ...screen, confirming: true } });
  }
  return asking({ ...state, screen: { kind: 'sending', stopping: false } }, { kind: 'send' });
}
