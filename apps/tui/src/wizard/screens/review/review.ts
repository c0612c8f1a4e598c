import {
  type CustomerFieldRow,
  hasErrors,
  type Issue,
  issueMessage,
  isWithin,
  outcomeMessage,
  type Plan,
  planCustomer,
  planOutcome,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';
import { type Intent, menuStep } from '../../../input/intent.ts';
import { asking, staying, type Transition } from '../../wizard-event.ts';
import {
  type HistoryLine,
  type ReviewScreen,
  stepIndex,
  steps,
  type WizardState,
} from '../../wizard-state.ts';
import { commitField, fieldIssues, isShown, offerOf, openStep, openWrongStep } from '../field/state.ts';
import { startCreate } from '../progress.ts';

/** What stands on the review, from top to bottom. */
export type ReviewRow =
  | { readonly kind: 'send' }
  | { readonly kind: 'json' }
  | { readonly kind: 'curl' }
  | { readonly kind: 'dry-run' }
  | { readonly kind: 'field'; readonly field: CustomerFieldRow };

export function reviewRows({ account, sandboxUrl }: WizardState): readonly ReviewRow[] {
  // No other program reaches the sandbox in this one.
  const canCurl = account === 'live' || sandboxUrl !== undefined;
  return [
    ...steps.map((field) => ({ kind: 'field', field }) as const),
    { kind: 'send' },
    { kind: 'json' },
    ...(canCurl ? [{ kind: 'curl' } as const] : []),
    { kind: 'dry-run' },
  ];
}

/** The row that creates the customer; the fields stand above it, in the order of the steps. */
export const sendRow = steps.length;

/** Opens the review, and looks for duplicates where that has not been done for this user ID and email yet. */
export function openReview(
  state: WizardState,
  {
    plan = makePlan(state),
    selected = sendRow,
    ...more
  }: Partial<Pick<ReviewScreen, 'plan' | 'selected' | 'message'>> = {},
): Transition {
  const reviewing: WizardState = {
    ...state,
    furthest: steps.length - 1,
    screen: { kind: 'review', plan, selected, ...more },
  };
  const { userId, email } = plan.request;
  const subject = JSON.stringify([userId, email]);
  // A duplicate check of an earlier user ID or email does not apply to this customer.
  if ((userId ?? email) === undefined) return staying({ ...reviewing, duplicateCheck: undefined });
  if (state.duplicateCheck?.subject === subject) return staying(reviewing);
  return asking(
    { ...reviewing, duplicateCheck: { subject, result: undefined } },
    { kind: 'check-duplicates', subject, plan },
  );
}

/** What would be sent of the fields as they are now. */
export function makePlan({ draft, now }: WizardState): Plan {
  return planCustomer({ draft }, { now });
}

/** The first field that has to be fixed before anything can be sent; `undefined` when all are right. */
export function firstWrongStep(state: WizardState, plan: Plan): number | undefined {
  const unfinished = steps.findIndex(({ key }) => state.unfinished[key] !== undefined);
  if (unfinished !== -1) return unfinished;
  const errors = plan.issues.filter(({ severity }) => severity === 'error');
  const step = Math.min(...errors.map(({ path }) => stepOfPath(path)).filter((index) => index !== -1));
  return Number.isFinite(step) ? step : undefined;
}

export function stepOfPath(path: string): number {
  return stepIndex(pointerSegments(path)[0] ?? '');
}

/** True when there is nothing that could be sent at all. */
export function isEmptyCustomer({ request }: Plan): boolean {
  return Object.keys(request).length === 0;
}

/** Of a value that was left unfinished, its own: the plan has the value before. */
export function reviewIssues(state: WizardState, { issues }: Plan, field: CustomerFieldRow): Issue[] {
  if (state.unfinished[field.key]) {
    const { screen } = openStep(state, stepIndex(field.key), 'review');
    return screen.kind === 'field' ? fieldIssues(state, screen) : [];
  }
  return [...state.refusals, ...issues].filter(
    (issue) => isWithin(issue.path, `/${field.key}`) && !isShown(issue),
  );
}

export function isFieldWrong(state: WizardState, plan: Plan, field: CustomerFieldRow): boolean {
  return state.unfinished[field.key] !== undefined || hasErrors(reviewIssues(state, plan, field));
}

export function onReviewIntent(state: WizardState, screen: ReviewScreen, intent: Intent): Transition {
  if (intent.kind === 'take-offer') return takeOffer(state, screen);
  if (intent.kind === 'edit-field') return staying(openStep(state, intent.step, 'review'));
  const step = menuStep(screen.selected, reviewRows(state).length, intent);
  switch (step?.kind) {
    case 'select':
      return staying({ ...state, screen: { kind: 'review', plan: screen.plan, selected: step.selected } });
    case 'choose':
      return enter(state, screen, step.index);
    case 'back':
      return staying(openStep(state, steps.length - 1, 'next'));
    default:
      return staying(state);
  }
}

function enter(state: WizardState, screen: ReviewScreen, index: number): Transition {
  const { plan } = screen;
  const row = reviewRows(state)[index];
  switch (row?.kind) {
    case 'send':
      return send(state, plan);
    case 'json':
      return asking(
        { ...state, screen: { ...screen, isPrinted: true } },
        { kind: 'copy', form: 'json', plan },
      );
    case 'curl':
      return copyCurl(state, screen);
    case 'dry-run':
      return dryRun(state, screen);
    case 'field':
      return staying(openStep(state, stepIndex(row.field.key), 'review'));
    default:
      return staying(state);
  }
}

/** Puts what is offered for a field in its place, and stays on its row. */
function takeOffer(state: WizardState, { selected }: ReviewScreen): Transition {
  const row = reviewRows(state)[selected];
  if (row?.kind !== 'field') return staying(state);
  const opened = openStep(state, stepIndex(row.field.key), 'review');
  const { screen } = opened;
  const offer = screen.kind === 'field' ? offerOf(opened, screen) : undefined;
  if (screen.kind !== 'field' || !offer) return staying(state);
  return openReview(commitField(state, { ...screen, editor: offer.editor }), { selected });
}

/** Says what would come of it, and sends nothing. */
function dryRun(state: WizardState, screen: ReviewScreen): Transition {
  const { plan } = screen;
  const { message } = outcomeMessage(planOutcome(plan), state.account ?? 'sandbox');
  const history: HistoryLine[] = [
    ...plan.issues.map((issue): HistoryLine => ({ mark: 'advice', text: issueMessage(issue) })),
    { mark: 'plain', text: message },
  ];
  // On the block too: what is printed above may be out of sight by then.
  return asking(
    { ...state, history: [...state.history, ...history], screen: { ...screen, message, isPrinted: true } },
    { kind: 'copy', form: 'json', plan },
  );
}

/** HelpCrunch would refuse what is not ready, by hand as well. */
function copyCurl(state: WizardState, screen: ReviewScreen): Transition {
  const { plan } = screen;
  const wrong = firstWrongStep(state, plan);
  if (wrong === undefined && !isEmptyCustomer(plan))
    return asking({ ...state, screen: { ...screen, isPrinted: true } }, { kind: 'copy', form: 'curl', plan });
  const text =
    wrong === undefined
      ? 'No curl command yet: enter a name, an email or a user ID first.'
      : `No curl command yet: fix ${steps[wrong]?.label} first.`;
  return staying({ ...state, history: [...state.history, { mark: 'advice', text }] });
}

/** Creates the customer, unless something has to be fixed first. What has to be asked about, core asks. */
function send(state: WizardState, plan: Plan): Transition {
  const wrong = firstWrongStep(state, plan);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  return isEmptyCustomer(plan) ? staying(state) : startCreate(state, plan);
}
