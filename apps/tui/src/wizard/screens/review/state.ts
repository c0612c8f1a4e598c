import {
  buildPayload,
  type CustomerFieldRow,
  hasErrors,
  isWithin,
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

/** Enter so soon after another one counts as a slip, or as a key that is held down; in milliseconds. */
export const haste = 700;

interface ReviewOptions {
  /** The row that is chosen. */
  readonly selected?: number;
  /** It was reached by answering the last field. */
  readonly isWalkedInto?: boolean;
}

/** Opens the review, and looks for duplicates where that has not been done for this userId and e-mail yet. */
export function openReview(
  state: WizardState,
  { selected = 0, isWalkedInto = false }: ReviewOptions = {},
): Transition {
  const isGuarded = isWalkedInto && state.account === 'live';
  const reviewing: WizardState = {
    ...state,
    furthest: steps.length - 1,
    screen: {
      kind: 'review',
      selected,
      confirming: false,
      hastyUntil: isGuarded ? state.now + haste : 0,
    },
  };
  const { userId, email } = buildPayload(state.draft);
  const subject = JSON.stringify([userId, email]);
  // What was found of a userId or an e-mail that is no longer there says nothing about this customer.
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
  const plan = planCustomer({ draft: state.draft, issues: [] }, { now: state.now });
  const paths = plan.issues.filter(({ severity }) => severity === 'error').map(({ path }) => path);
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

const worthAsking = ['created', 'unknown', 'rejected'] as const;

/** What came of the last create, if exactly that would be sent once more now. */
export function earlierCreate(state: WizardState): (typeof worthAsking)[number] | undefined {
  const { outcome } = state;
  const name = worthAsking.find((each) => each === outcome?.outcome);
  if (name === undefined || !outcome || !('request' in outcome)) return undefined;
  const isSame = JSON.stringify(outcome.request) === JSON.stringify(buildPayload(state.draft));
  return isSame ? name : undefined;
}

export function reviewIssues(state: WizardState, field: CustomerFieldRow) {
  const { issues } = planCustomer({ draft: state.draft, issues: [] }, { now: state.now });
  return [...state.refusals, ...issues].filter(({ path }) => isWithin(path, `/${field.key}`));
}

export function isFieldWrong(state: WizardState, field: CustomerFieldRow): boolean {
  return state.unfinished[field.key] !== undefined || hasErrors(reviewIssues(state, field));
}
