import { setTimeout as wait } from 'node:timers/promises';
import type { Check } from '@helpcrunch-customer-kit/core';
import { actionLabel } from '../view/outcome-view.ts';
import { type OutcomeAction, outcomeActions } from '../wizard/outcome-actions.ts';
import { stepIndex } from '../wizard/steps.ts';
import { askForKey } from './ask-account.ts';
import { checkCustomer } from './send-customer.ts';
import { type AccessibleWorld, ending, type Session, type Turn } from './session.ts';

type Act = (session: Session, world: AccessibleWorld) => Promise<Turn> | Turn;

/** What each choice does here; one that is not in the table is not offered. */
const acts: Partial<Readonly<Record<OutcomeAction, Act>>> = {
  another: (session) => ({
    session: { ...session, draft: {}, furthest: -1, lookUp: undefined },
    stage: { kind: 'field', step: 0, after: 'next' },
  }),
  'another-like-this': (session) => ({
    session: { ...session, lookUp: undefined },
    stage: { kind: 'review' },
  }),
  check: checkCustomer,
  'send-again': sendAgain,
  'change-user-id': (session) => ({
    session,
    stage: { kind: 'field', step: stepIndex('userId'), after: 'review' },
  }),
  'change-key': askForKey,
  review: (session) => ({ session, stage: { kind: 'review' } }),
  quit: (session) => ({ session, stage: ending }),
};

/** What to do after an outcome; the first choice is what most people want. */
export async function askOutcome(
  session: Session,
  check: Check | undefined,
  world: AccessibleWorld,
): Promise<Turn> {
  const { outcome } = session;
  if (!outcome || world.signal.aborted) return { session, stage: ending };
  const actions = outcomeActions(outcome, check).filter((action) => acts[action]);
  world.talk.say('', 'What next?');
  const choice = await world.talk.choose(
    actions.map((action) => actionLabel(action, outcome)),
    0,
  );
  if (choice.kind === 'end') return { session, stage: ending };
  const action = choice.kind === 'back' ? 'review' : (actions[choice.index] ?? 'review');
  return acts[action]?.(session, world) ?? { session, stage: { kind: 'review' } };
}

/** After 429 it waits as long as HelpCrunch asked, or a minute, and counts nothing down. */
async function sendAgain(session: Session, { talk, signal }: AccessibleWorld): Promise<Turn> {
  const { outcome } = session;
  if (outcome?.outcome === 'rate-limited') {
    const seconds = outcome.retryAfter ?? 60;
    talk.say(`Waiting ${seconds} seconds before sending; Ctrl+C leaves.`);
    const isOver = await wait(seconds * 1000, true, { signal }).catch(() => false);
    if (!isOver) return { session, stage: ending };
  }
  return { session, stage: { kind: 'send' } };
}
