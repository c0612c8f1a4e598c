import { issueMessage, type Outcome, outcomeMessage, outcomeTraits } from '@helpcrunch-customer-kit/core';
import { ageText } from '../../../drafts/age-text.ts';
import { keyHints } from '../../../input/key-bindings.ts';
import type { View, ViewLine } from '../../../render/view.ts';
import type { OutcomeScreen, WizardState } from '../../wizard-state.ts';
import { type OutcomeAction, outcomeActions } from './outcome.ts';

const actionLabels: Readonly<Record<OutcomeAction, string>> = {
  another: 'Create another customer',
  'another-like-this': 'Create another with these values',
  'show-command': 'Show the command for this',
  check: 'Check whether it exists now',
  'send-again': 'Send it again',
  'change-user-id': 'Change the user ID',
  'change-key': 'Use another API key',
  review: 'Back to the review',
  quit: 'Done',
};

export function outcomeView(state: WizardState, screen: OutcomeScreen): View {
  const { outcome } = screen;
  const { message, next } = outcomeMessage(outcome, state.account ?? 'sandbox');
  return {
    history: state.history,
    title: 'Result',
    question: 'What next?',
    account: state.account,
    lead: leadOf(outcome, message),
    body: outcomeActions(outcome).map((action) => ({
      text: actionLabel(action, outcome),
      tone: 'plain',
    })),
    selected: screen.selected,
    notes: [
      ...lookupNote(screen, state.now),
      ...next.map((text) => ({ text: `→ ${text}`, tone: 'plain' }) as const),
    ],
    keys: keyHints(['submit', 'choose'], 'up', 'quit'),
  };
}

/** How often it was looked for, and when last. */
function lookupNote({ lookups }: OutcomeScreen, now: number): readonly ViewLine[] {
  if (!lookups) return [];
  const times = lookups.count === 1 ? 'once' : `${lookups.count} times`;
  const seconds = Math.floor((now - lookups.at) / 1000);
  const ago = seconds < 1 ? 'just now' : seconds < 60 ? `${seconds} s ago` : ageText(lookups.at, now);
  return [{ text: `Looked ${times}, last ${ago}.`, tone: 'quiet' }];
}

function actionLabel(action: OutcomeAction, outcome: Outcome): string {
  const label = actionLabels[action];
  const isRisky = outcome.outcome === 'unknown' && outcome.request.userId === undefined;
  return action === 'send-again' && isRisky ? `${label} (could create a second customer)` : label;
}

/** What was created has scrolled up, with its sentence; anything else is reported here. */
function leadOf(outcome: Outcome, message: string): readonly ViewLine[] {
  if (outcome.outcome === 'created') return [];
  return [
    { text: message, tone: outcomeTraits[outcome.outcome].tone === 'unsure' ? 'advice' : 'error' },
    ...refusals(outcome),
  ];
}

function refusals({ issues }: Outcome): ViewLine[] {
  return issues
    .filter(({ code }) => code === 'refused')
    .slice(0, 5)
    .map((issue) => ({ text: issueMessage(issue), tone: 'error' }));
}
