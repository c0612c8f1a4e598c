import { askAccount, openSandboxTurn } from './ask-account.ts';
import { askField } from './ask-field.ts';
import { askOutcome } from './ask-outcome.ts';
import { askReview } from './ask-review.ts';
import { sendCustomer } from './send-customer.ts';
import type { AccessibleWorld, Session, Turn } from './session.ts';

/** Goes from question to question until the person, or the end of the input, ends it. */
export async function converse(
  start: Session,
  world: AccessibleWorld,
  isSandboxGiven: boolean,
): Promise<Session> {
  let turn: Turn = isSandboxGiven
    ? await openSandboxTurn(start)
    : { session: start, stage: { kind: 'account' } };
  while (turn.stage.kind !== 'end') {
    turn = await takeTurn(turn, world);
    world.onSession(turn.session);
  }
  return turn.session;
}

function takeTurn({ session, stage }: Turn, world: AccessibleWorld): Promise<Turn> | Turn {
  switch (stage.kind) {
    case 'account':
      return askAccount(session, world);
    case 'field':
      return askField(session, stage, world);
    case 'review':
      return askReview(session, world);
    case 'send':
      return sendCustomer(session, world);
    case 'outcome':
      return askOutcome(session, stage.check, world);
    case 'end':
      return { session, stage };
    default: {
      const unreachable: never = stage;
      return unreachable;
    }
  }
}
