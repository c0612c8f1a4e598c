import { issueSentence, outcomeMessage, type Plan, planOutcome } from '@helpcrunch-customer-kit/core';
import type { Intent } from '../../../input/intent.ts';
import { menuStep } from '../../menu.ts';
import { stepIndex, steps } from '../../steps.ts';
import { asking, staying, type Transition } from '../../transition.ts';
import type { HistoryLine, ReviewScreen, WizardState } from '../../wizard-state.ts';
import { commitField } from '../field/commit.ts';
import { offerOf } from '../field/offer.ts';
import { openStep, openWrongStep } from '../field/state.ts';
import { startCreate } from '../progress.ts';
import { firstWrongStep, isEmptyCustomer, jsonLines, openReview, reviewRows } from './state.ts';

export function onReviewIntent(state: WizardState, screen: ReviewScreen, intent: Intent): Transition {
  if (intent.kind === 'take-offer') return takeOffer(state, screen);
  if (intent.kind === 'edit-field') return staying(openStep(state, intent.step, 'review'));
  const step = menuStep(screen.selected, reviewRows.length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { ...screen, selected: step.selected } });
    case 'choose':
      return enter(state, screen, step.index);
    case 'back':
      return staying(openStep(state, steps.length - 1, 'next'));
    default:
      return staying(state);
  }
}

function enter(state: WizardState, { plan }: ReviewScreen, index: number): Transition {
  const row = reviewRows[index];
  switch (row?.kind) {
    case 'send':
      return send(state, plan);
    case 'json':
      return staying({ ...state, history: [...state.history, ...jsonLines(plan)] });
    case 'curl':
      return asking(state, { kind: 'copy-curl', plan });
    case 'dry-run':
      return dryRun(state, plan);
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
function dryRun(state: WizardState, plan: Plan): Transition {
  const { sentence } = outcomeMessage(planOutcome(plan), state.account ?? 'sandbox');
  const history: HistoryLine[] = [
    ...plan.issues.map((issue): HistoryLine => ({ mark: 'advice', text: issueSentence(issue) })),
    ...jsonLines(plan),
    { mark: 'plain', text: sentence },
  ];
  return staying({ ...state, history: [...state.history, ...history] });
}

/** Creates the customer, unless something has to be fixed first. What has to be asked about, core asks. */
function send(state: WizardState, plan: Plan): Transition {
  const wrong = firstWrongStep(state, plan);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  return isEmptyCustomer(plan) ? staying(state) : startCreate(state, plan);
}
