import { issueSentence, outcomeMessage, planCustomer } from '@helpcrunch-customer-kit/core';
import type { Intent } from '../../../input/intent.ts';
import { menuStep } from '../../menu.ts';
import { stepIndex, steps } from '../../steps.ts';
import { asking, staying, type Transition } from '../../transition.ts';
import type { HistoryLine, ReviewScreen, WizardState } from '../../wizard-state.ts';
import { commitField } from '../field/commit.ts';
import { offerOf } from '../field/offer.ts';
import { openStep, openWrongStep } from '../field/state.ts';
import {
  earlierCreate,
  firstWrongStep,
  haste,
  isEmptyCustomer,
  jsonLines,
  openReview,
  reviewRows,
} from './state.ts';

export function onReviewIntent(state: WizardState, screen: ReviewScreen, intent: Intent): Transition {
  if (intent.kind === 'take-offer') return takeOffer(state, screen);
  if (intent.kind === 'edit-field') return staying(openStep(state, intent.step, 'review'));
  const step = menuStep(screen.selected, reviewRows.length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected, confirming: false } });
    case 'choose':
      return enter(state, { ...screen, selected: step.index });
    case 'back':
      return screen.confirming
        ? staying({ ...state, screen: { ...screen, confirming: false } })
        : staying(openStep(state, steps.length - 1, 'next'));
    default:
      return staying(state);
  }
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

/** Puts what is offered for a field in its place, and stays on its row. */
function takeOffer(state: WizardState, { selected }: ReviewScreen): Transition {
  const row = reviewRows[selected];
  if (row?.kind !== 'field') return staying(state);
  const opened = openStep(state, stepIndex(row.field.key), 'review');
  const { screen } = opened;
  const offer = screen.kind === 'field' ? offerOf(opened, screen) : undefined;
  if (screen.kind !== 'field' || !offer) return staying(state);
  return openReview(commitField(state, { ...screen, editor: offer.editor }), { selected });
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

/** Sends, unless something has to be put right first, or there is a reason to ask once more. */
function send(state: WizardState, screen: ReviewScreen): Transition {
  const wrong = firstWrongStep(state);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  if (isEmptyCustomer(state)) return staying(state);
  if (state.now < screen.hastyUntil) {
    // A key that is held down never gets past this.
    return staying({ ...state, screen: { ...screen, confirming: true, hastyUntil: state.now + haste } });
  }
  if (earlierCreate(state) !== undefined && !screen.confirming) {
    return staying({ ...state, screen: { ...screen, confirming: true } });
  }
  return asking({ ...state, screen: { kind: 'sending', stopping: false } }, { kind: 'send' });
}
