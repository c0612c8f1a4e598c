import type { InputEvent } from '../input/input-event.ts';
import { isKey } from '../input/is-key.ts';
import { openReview } from './review.ts';
import { asking, staying, type Transition } from './transition.ts';
import type { WaitingScreen, WizardState } from './wizard-state.ts';

/** Seconds to wait after 429 where HelpCrunch does not say how long: its limit counts by the minute (documented). */
const usualWait = 60;

/** 429 is a definite refusal: nothing was created, so waiting and sending once more cannot make a second customer. */
export function startWaiting(state: WizardState, retryAfter: number | undefined): Transition {
  const until = state.now + (retryAfter ?? usualWait) * 1000;
  return asking({ ...state, screen: { kind: 'waiting', until } }, { kind: 'tick-later' });
}

export function onTick(state: WizardState): Transition {
  const { screen } = state;
  if (screen.kind !== 'waiting') return staying(state);
  if (state.now < screen.until) return asking(state, { kind: 'tick-later' });
  return asking({ ...state, screen: { kind: 'sending', stopping: false } }, { kind: 'send' });
}

export function onWaitingInput(state: WizardState, _screen: WaitingScreen, event: InputEvent): Transition {
  return isKey(event, 'back') ? openReview(state) : staying(state);
}

export function secondsLeft({ until }: WaitingScreen, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}
