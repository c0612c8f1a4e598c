import type { Intent } from '../../input/intent.ts';
import { keyHints } from '../../render/key-hints.ts';
import type { View } from '../../render/view.ts';
import { asking, staying, type Transition } from '../transition.ts';
import type { CheckingScreen, SendingScreen, WaitingScreen, WizardState } from '../wizard-state.ts';
import { openReview } from './review/state.ts';

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

export function onWaitingIntent(state: WizardState, intent: Intent): Transition {
  return intent.kind === 'back' ? openReview(state) : staying(state);
}

function secondsLeft({ until }: WaitingScreen, now: number): number {
  return Math.max(0, Math.ceil((until - now) / 1000));
}

/** While something is under way: what it is, and how to stop it. */
export function progressView(
  state: WizardState,
  screen: SendingScreen | CheckingScreen | WaitingScreen,
): View {
  return {
    history: state.history,
    title: 'Create customer',
    account: state.account,
    body: [{ text: progressText(screen, state.now), tone: 'plain' }],
    notes: [],
    keys: keyHints([screen.kind === 'waiting' ? 'back' : 'quit', 'stop']),
  };
}

function progressText(screen: SendingScreen | CheckingScreen | WaitingScreen, now: number): string {
  switch (screen.kind) {
    case 'waiting':
      return `No more requests for the moment. Sending again in ${secondsLeft(screen, now)} s.`;
    case 'sending':
      return screen.stopping ? 'Stopping…' : 'Sending…';
    case 'checking':
      return 'Looking whether the customer exists…';
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}
