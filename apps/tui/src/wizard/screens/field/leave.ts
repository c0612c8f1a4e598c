import { type Editor, isList } from '../../../editors/editor.ts';
import { steps } from '../../steps.ts';
import { staying, type Transition } from '../../transition.ts';
import type { FieldScreen, WizardState } from '../../wizard-state.ts';
import { firstWrongStep, makePlan, openReview, stepOfPath } from '../review/state.ts';
import { isChanged, openStep, openWrongStep } from './state.ts';

/** On to the first field that was not asked for yet, or is wrong, or else to the review. */
export function goOnAsking(state: WizardState): Transition {
  const step = state.furthest + 1;
  if (step < steps.length) return staying(openStep(state, step, 'next'));
  const plan = makePlan(state);
  const wrong = firstWrongStep(state, plan);
  return wrong === undefined ? openReview(state, { plan }) : staying(openWrongStep(state, wrong));
}

/** On from a field that was committed. */
export function goOn(state: WizardState, { step, then }: FieldScreen): Transition {
  switch (then) {
    case 'review':
      return openReview(state);
    case 'wrong':
      return goOnMending(state, step);
    case 'next':
      return step + 1 < steps.length ? staying(openStep(state, step + 1, 'next')) : openReview(state);
    default: {
      const unreachable: never = then;
      return unreachable;
    }
  }
}

/** To the next field that has to be put right, or that HelpCrunch refused and nobody has looked at yet. */
function goOnMending(state: WizardState, step: number): Transition {
  const plan = makePlan(state);
  const wrong = firstWrongStep(state, plan);
  if (wrong !== undefined) return staying(openWrongStep(state, wrong));
  const refused = state.refusals.map(({ path }) => stepOfPath(path)).filter((index) => index > step);
  return refused.length > 0
    ? staying(openStep(state, Math.min(...refused), 'wrong'))
    : openReview(state, { plan });
}

/** Back is always there: what stands in the field stays, even when it is not right yet. */
export function goBack(state: WizardState, screen: FieldScreen): Transition {
  const left = leaveUnfinished(state, screen);
  if (screen.then !== 'next') return openReview(left);
  if (screen.step > 0) return staying(openStep(left, screen.step - 1, 'next'));
  return staying({ ...left, screen: { kind: 'account', selected: state.account === 'live' ? 1 : 0 } });
}

/** Whoever comes back to a list stands in its line. */
function onLine(editor: Editor): Editor {
  return isList(editor) ? { ...editor, chosen: undefined } : editor;
}

/** Keeps what differs from the draft, and an item of a list that was begun. */
export function leaveUnfinished(state: WizardState, screen: FieldScreen): WizardState {
  const field = steps[screen.step];
  const isBegun = screen.editor.kind !== 'line' && screen.editor.line.text !== '';
  if (!field || !(isBegun || isChanged(state, screen))) return state;
  return { ...state, unfinished: { ...state.unfinished, [field.key]: onLine(screen.editor) } };
}
