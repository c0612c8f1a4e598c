import {
  buildPayload,
  type CustomerFieldRow,
  hasErrors,
  type Issue,
  isWithin,
  pointerSegments,
} from '@helpcrunch-customer-kit/core';
import { planOf } from '../../plan-of.ts';
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
export function openReview(state: WizardState, { selected = 0 } = {}): Transition {
  const reviewing: WizardState = {
    ...state,
    furthest: steps.length - 1,
    screen: { kind: 'review', selected },
  };
  const { userId, email } = buildPayload(state.draft);
  const subject = JSON.stringify([userId, email]);
  // What was found of a user ID or an email that is no longer there says nothing about this customer.
  if ((userId ?? email) === undefined) return staying({ ...reviewing, lookUp: undefined });
  if (state.lookUp?.subject === subject) return staying(reviewing);
  return asking({ ...reviewing, lookUp: { subject, result: undefined } }, { kind: 'look-up', subject });
}

/** The exact request body, to scroll up where it can be read at leisure. */
export function jsonLines(state: WizardState): HistoryLine[] {
  return JSON.stringify(buildPayload(state.draft), null, 2)
    .split('\n')
    .map((text) => ({ mark: 'plain', text }));
}

/** The first field that has to be put right before anything can be sent; `undefined` when all are. */
export function firstWrongStep(state: WizardState): number | undefined {
  const unfinished = steps.findIndex(({ key }) => state.unfinished[key] !== undefined);
  if (unfinished !== -1) return unfinished;
  const paths = planOf(state)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ path }) => path);
  const step = Math.min(...paths.map(stepOfPath).filter((index) => index !== -1));
  return Number.isFinite(step) ? step : undefined;
}

export function stepOfPath(path: string): number {
  return stepIndex(pointerSegments(path)[0] ?? '');
}

/** True when there is nothing that could be sent at all. */
export function isEmptyCustomer(state: WizardState): boolean {
  return Object.keys(buildPayload(state.draft)).length === 0;
}

export function reviewIssues(state: WizardState, field: CustomerFieldRow): Issue[] {
  const { issues } = planOf(state);
  return [...state.refusals, ...issues].filter(({ path }) => isWithin(path, `/${field.key}`));
}

export function isFieldWrong(state: WizardState, field: CustomerFieldRow): boolean {
  return state.unfinished[field.key] !== undefined || hasErrors(reviewIssues(state, field));
}
