import type { Plan, Progress } from '@helpcrunch-customer-kit/core';
import type { Intent } from '../../input/intent.ts';
import { keyHints } from '../../input/key-bindings.ts';
import { wrap } from '../../render/layout.ts';
import { frameWidth, gutterWidth, type Size, type View } from '../../render/view.ts';
import { asking, staying, type Transition } from '../wizard-event.ts';
import type { CheckingScreen, SendingScreen, WaitingScreen, WizardState } from '../wizard-state.ts';

/** A create begins with the duplicate check, and asks what has to be asked before anything is sent. */
export function startCreate(state: WizardState, plan: Plan): Transition {
  const isChecking = state.duplicateCheck !== undefined && !state.duplicateCheck.result;
  const phase = isChecking ? 'checking-duplicates' : 'starting';
  const screen = { kind: 'sending', phase, stopping: false, since: state.now } as const;
  return asking({ ...state, sent: plan, screen }, { kind: 'create', plan });
}

/** How far a create is. */
export function onProgress(state: WizardState, progress: Progress): Transition {
  const { screen } = state;
  if (progress.kind === 'waiting') {
    return asking({ ...state, screen: { ...progress, isLeaving: false } }, nextSecond);
  }
  // Once the person stops it, it does not seem to go on.
  const stopping = screen.kind === 'sending' && screen.stopping;
  const sent = progress.kind === 'sending' && state.account === 'live' ? progress.ledgerId : undefined;
  const ledgerIds = sent === undefined ? state.ledgerIds : [...new Set([...state.ledgerIds, sent])];
  const sending = { kind: 'sending', phase: progress.kind, stopping, since: state.now } as const;
  return asking({ ...state, ledgerIds, screen: sending }, nextSecond);
}

/** The seconds are counted by the wizard's own clock. */
export function onProgressTick(state: WizardState): Transition {
  return asking(state, nextSecond);
}

export const nextSecond = { kind: 'tick-later', milliseconds: 1000 } as const;

/** Esc stops the request, as Ctrl+C does, and waits for the truth about it. */
export function onSendingIntent(state: WizardState, screen: SendingScreen, intent: Intent): Transition {
  return intent.kind === 'back' && !screen.stopping ? stopSending(state, screen) : staying(state);
}

export function stopSending(state: WizardState, screen: SendingScreen): Transition {
  return asking({ ...state, screen: { ...screen, stopping: true } }, { kind: 'stop-sending' });
}

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
  size: Size,
): View {
  const sentences = progressSentences(screen, state.now);
  const room = frameWidth(size) - gutterWidth;
  const whole = sentences.join(' ');
  // A sentence a row where all of them do not fit into one.
  const rows = whole.length <= room ? [whole] : sentences.flatMap((sentence) => wrap(sentence, room));
  return {
    history: state.history,
    title: 'Create customer',
    account: state.account,
    body: rows.map((text) => ({ text, tone: 'plain' })),
    notes: [],
    keys: screen.kind === 'checking' ? keyHints('quit') : keyHints(['back', 'stop'], ['quit', 'stop']),
  };
}

const phaseTexts: Readonly<Record<SendingScreen['phase'], string>> = {
  starting: 'One moment…',
  'checking-duplicates': 'Checking for duplicates…',
  sending: 'Sending…',
  'looking-up': 'Checking whether the customer exists…',
};

/** How long it has been going on, from the first whole second. */
export function elapsed(since: number | undefined, now: number): string {
  const seconds = Math.floor((now - (since ?? now)) / 1000);
  return seconds < 1 ? '' : `  ${seconds} s`;
}

function progressSentences(
  screen: SendingScreen | CheckingScreen | WaitingScreen,
  now: number,
): readonly string[] {
  switch (screen.kind) {
    case 'waiting':
      return [
        'Rate limited (429). Nothing was created yet.',
        `Retrying in ${secondsLeft(screen, now)} s (attempt ${screen.resend} of ${screen.maxResends}).`,
      ];
    case 'sending':
      return [screen.stopping ? 'Stopping…' : `${phaseTexts[screen.phase]}${elapsed(screen.since, now)}`];
    case 'checking':
      return [`${phaseTexts['looking-up']}${elapsed(screen.since, now)}`];
    default: {
      const unreachable: never = screen;
      return unreachable;
    }
  }
}
