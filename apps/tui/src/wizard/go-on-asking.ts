import { openStep, openWrongStep } from './field-screen.ts';
import { firstWrongStep, openReview } from './review.ts';
import { steps } from './steps.ts';
import { staying, type Transition } from './transition.ts';
import type { WizardState } from './wizard-state.ts';

/** On to the first field that was not asked for yet, or is wrong, or else to the review. */
export function goOnAsking(state: WizardState): Transition {
  const step = state.furthest + 1;
  if (step < steps.length) return staying(openStep(state, step, 'next'));
  const wrong = firstWrongStep(state);
  return wrong === undefined ? openReview(state) : staying(openWrongStep(state, wrong));
}
