import {
  type CustomerFieldRow,
  hasErrors,
  type Issue,
  isWithin,
  type Plan,
  planCustomer,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';
import { stepIndex, steps } from '../../steps.ts';
import { asking, staying, type Transition } from '../../transition.ts';
import type { HistoryLine, WizardState } from '../../wizard-state.ts';

/** What stands on the review, from top to bottom. */
export type ReviewRow =
  | { readonly kind: 'send' }
  | { readonly kind: 'json' }
  | { readonly kind: 'curl' }
  | { readonly kind: 'dry-run' }
  | { readonly kind: 'field'; readonly field: CustomerFieldRow };

export const reviewRows: readonly ReviewRow[] = [
  { kind: 'send' },
  { kind: 'json' },
  { kind: 'curl' },
  { kind: 'dry-run' },
  ...steps.map((field) => ({ kind: 'field', field }) as const),
];

/** Opens the review, and looks for duplicates where that has not been done for this user ID and email yet. */
export function openReview(state: WizardState, { plan = makePlan(state), selected = 0 } = {}): Transition {
  const reviewing: WizardState = {
    ...state,
    furthest: steps.length - 1,
    screen: { kind: 'review', plan, selected },
  };
  const { userId, email } = plan.request;
  const subject = JSON.stringify([userId, email]);
  // What was found of a user ID or an email that is no longer there says nothing about this customer.
  if ((userId ?? email) === undefined) return staying({ ...reviewing, lookUp: undefined });
  if (state.lookUp?.subject === subject) return staying(reviewing);
  return asking({ ...reviewing, lookUp: { subject, result: undefined } }, { kind: 'look-up', subject, plan });
}

/** The exact request body, to scroll up where it can be read at leisure. */
export function jsonLines({ request }: Plan): HistoryLine[] {
  return JSON.stringify(request, null, 2)
    .split('\n')
    .map((text) => ({ mark: 'plain', text }));
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

export function reviewIssues({ refusals }: WizardState, { issues }: Plan, field: CustomerFieldRow): Issue[] {
  return [...refusals, ...issues].filter(({ path }) => isWithin(path, `/${field.key}`));
}

export function isFieldWrong(state: WizardState, plan: Plan, field: CustomerFieldRow): boolean {
  return state.unfinished[field.key] !== undefined || hasErrors(reviewIssues(state, plan, field));
}
