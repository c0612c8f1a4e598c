import {
  buildPayload,
  checkMessage,
  checkOutcome,
  createCustomer,
  type Duplicates,
  type FindDuplicatesResult,
  findDuplicates,
  issueSentence,
  outcomeMessage,
  pointerSegments,
  stopBeforeSending,
} from '@helpcrunch-customer-kit/core';
import { stepIndex } from '../wizard/steps.ts';
import { storedLines } from '../wizard/stored-lines.ts';
import type { AccessibleWorld, Session, Turn } from './session.ts';

/** Sends once, and says what came of it. */
export async function sendCustomer(before: Session, world: AccessibleWorld): Promise<Turn> {
  const { talk, signal } = world;
  const { account, draft } = before;
  if (!account) return { session: before, stage: { kind: 'account' } };
  talk.say('Sending…');
  world.onSession({ ...before, isSending: true });
  const customer = { draft, issues: [] };
  const { connection } = account;
  // Made anew: since the review others may have come, and whoever is there at this moment is not ours.
  const lookUp = await findDuplicates(connection, buildPayload(draft), { signal });
  const outcome =
    stopBeforeSending(customer, lookUp, { now: connection.now() }) ??
    (await createCustomer(connection, customer, { before: foundIn(lookUp), signal }));
  const refusals = outcome.issues.filter((issue) => issue.code === 'refused');
  const subject = before.lookUp?.subject ?? '';
  const session = { ...before, outcome, refusals, lookUp: { subject, result: lookUp }, isSending: false };
  world.onSession(session);
  const { sentence, next } = outcomeMessage(outcome, account.kind);
  talk.say(sentence, ...refusals.map((refusal) => issueSentence(refusal)));
  sayCreated(session, world);
  talk.say(...next.map((step) => `Next: ${step}`));
  const steps = refusals
    .map(({ path }) => stepIndex(pointerSegments(path)[0] ?? ''))
    .filter((step) => step >= 0);
  if (outcome.outcome === 'rejected' && steps.length > 0 && !signal.aborted) {
    return { session, stage: { kind: 'field', step: Math.min(...steps), after: 'review' } };
  }
  return { session, stage: { kind: 'outcome', check: undefined } };
}

/** Looks what became of a customer whose answer was lost. */
export async function checkCustomer(session: Session, world: AccessibleWorld): Promise<Turn> {
  const { talk, signal } = world;
  const { account, outcome, draft, lookUp } = session;
  if (!account || outcome?.outcome !== 'unknown') return { session, stage: { kind: 'review' } };
  talk.say('Looking whether the customer exists…');
  const before = foundIn(lookUp?.result);
  const check = await checkOutcome(account.connection, outcome, draft, { before, signal });
  const checked = check.kind === 'found' ? { ...session, outcome: check.outcome } : session;
  world.onSession(checked);
  const { sentence, next } = checkMessage(check, account.kind);
  talk.say(sentence);
  sayCreated(checked, world);
  talk.say(...next.map((step) => `Next: ${step}`));
  return { session: checked, stage: { kind: 'outcome', check } };
}

function foundIn(lookUp: FindDuplicatesResult | undefined): Duplicates | undefined {
  return lookUp?.kind === 'duplicates' ? lookUp : undefined;
}

/** All that HelpCrunch says it stored, and what it dropped or changed. */
function sayCreated({ outcome }: Session, { talk }: AccessibleWorld): void {
  if (outcome?.outcome !== 'created') return;
  const { customer, dropped, changed } = outcome;
  talk.say(
    ...(customer ? storedLines(customer).map(({ text }) => text) : []),
    ...dropped.map((path) => `Not in the answer: ${path}`),
    ...changed.map(
      ({ path, sent, got }) => `Changed: ${path}, ${JSON.stringify(sent)} is now ${JSON.stringify(got)}`,
    ),
  );
}
