import type { Plan, Progress } from '@helpcrunch-customer-kit/core';
import type { Intent } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import type { View } from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import type { CheckingScreen, SendingScreen, WaitingScreen, WizardState } from '../wizard-state.ts';

/** A create begins with the duplicate check, and asks what has to be asked before anything is sent. */
export function startCreate(state: WizardState, plan: Plan): Transition {
  const isChecking = state.lookUp !== undefined && !state.lookUp.result;
  const phase = isChecking ? 'checking-duplicates' : 'starting';
  const sending: WizardState = { ...state, sent: plan, screen: { kind: 'sending', phase, stopping: false } };
  return asking(sending, { kind: 'create', plan });
}

/** How far a create is. */
export function onProgress(state: WizardState, progress: Progress): Transition {
  const { screen } = state;
  if (progress.kind === 'waiting') {
    return asking({ ...state, screen: { ...progress, isLeaving: false } }, nextSecond);
  }
  // Whoever stops it must not be told that it goes on.
  const stopping = screen.kind === 'sending' && screen.stopping;
  const sent = progress.kind === 'sending' && state.account === 'live' ? progress.ledgerId : undefined;
  const ledgerIds = sent === undefined ? state.ledgerIds : [...new Set([...state.ledgerIds, sent])];
  return staying({ ...state, ledgerIds, screen: { kind: 'sending', phase: progress.kind, stopping } });
}

/** The countdown is drawn by the wizard's own clock. */
export function onWaitingTick(state: WizardState): Transition {
  return asking(state, nextSecond);
}

const nextSecond = { kind: 'tick-later', milliseconds: 1000 } as const;

export function onWaitingIntent(state: WizardState, screen: WaitingScreen, intent: Intent): Transition {
  return intent.kind === 'back'
    ? asking({ ...state, screen: { ...screen, isLeaving: true } }, { kind: 'stop-sending' })
    : staying(state);
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

const phaseTexts: Readonly<Record<SendingScreen['phase'], string>> = {
  starting: 'One moment…',
  'checking-duplicates': 'Checking for duplicates…',
  sending: 'Sending…',
  'looking-up': 'Checking whether the customer exists…',
};

function progressText(screen: SendingScreen | CheckingScreen | WaitingScreen, now: number): string {
  switch (screen.kind) {
    case 'waiting':
      return `Rate limited (429). Nothing was created yet. Retrying in ${secondsLeft(screen, now)} s (attempt ${screen.resend} of ${screen.maxResends}).`;
    case 'sending':
      return screen.stopping ? 'Stopping…' : phaseTexts[screen.phase];
    case 'checking':
      return phaseTexts['looking-up'];
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}
