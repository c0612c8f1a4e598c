import {
  buildPayload,
  curlCommand,
  duplicateCustomers,
  findDuplicates,
  foundCustomerName,
  hasErrors,
  lookUpFailureSentence,
} from '@helpcrunch-customer-kit/core';
import { steps } from '../wizard/steps.ts';
import type { LookUp } from '../wizard/wizard-state.ts';
import { fieldIssues, issueLine } from './field-issues.ts';
import { valueText } from './field-value.ts';
import { type AccessibleWorld, ending, type Session, type Stage, type Turn } from './session.ts';

/** What can be done with the whole customer; the numbers before are the fields'. */
const actions = ['send', 'json', 'curl', 'leave'] as const;

/** The whole customer, each field under the number that leads to it, and the ways on. */
export async function askReview(before: Session, world: AccessibleWorld): Promise<Turn> {
  const { talk, now } = world;
  const session = await lookUp(before, world);
  const to = session.account?.kind === 'live' ? `HelpCrunch at ${session.account.host}` : 'the sandbox';
  talk.say('', 'Review. Write the number of what you want to change or do.');
  talk.say(...lookUpLines(session.lookUp));
  const rows = steps.map((field) => {
    const issues = fieldIssues(field, session, world).map((issue) => `\n   ${issueLine(issue)}`);
    return `${field.label}: ${valueText(field, session.draft, now()) ?? 'nothing'}${issues.join('')}`;
  });
  const choice = await talk.choose([
    ...rows,
    `Create the customer in ${to}`,
    'Show the exact JSON',
    'Show it as curl',
    'Leave, and keep it as a draft',
  ]);
  if (choice.kind === 'end') return { session, stage: ending };
  if (choice.kind === 'back') return { session, stage: field(steps.length - 1, 'next') };
  const action = actions[choice.index - steps.length];
  switch (action) {
    case undefined:
      return { session, stage: field(choice.index, 'review') };
    case 'send':
      return { session, stage: await beforeSending(session, world) };
    case 'json':
      talk.say(...JSON.stringify(buildPayload(session.draft), null, 2).split('\n'));
      return { session, stage: { kind: 'review' } };
    case 'curl':
      if (session.account)
        talk.say(...curlCommand(buildPayload(session.draft), session.account.connection.baseUrl).split('\n'));
      return { session, stage: { kind: 'review' } };
    case 'leave':
      return { session, stage: ending };
    default: {
      const unreachable: never = action;
      return unreachable;
    }
  }
}

function field(step: number, after: 'next' | 'review'): Stage {
  return { kind: 'field', step, after };
}

/** Sends, unless something has to be put right first, or the same customer may be there from just before. */
async function beforeSending(session: Session, world: AccessibleWorld): Promise<Stage> {
  const { talk } = world;
  const wrong = steps.findIndex((row) => hasErrors(fieldIssues(row, session, world)));
  if (wrong !== -1) return field(wrong, 'review');
  const payload = buildPayload(session.draft);
  if (Object.keys(payload).length === 0) {
    talk.say('There is nothing to send yet; give at least a name, an email or a userId.');
    return { kind: 'review' };
  }
  const { outcome } = session;
  const isRepeated =
    (outcome?.outcome === 'created' || outcome?.outcome === 'unknown') &&
    JSON.stringify(outcome.request) === JSON.stringify(payload);
  if (!isRepeated) return { kind: 'send' };
  talk.say(
    outcome.outcome === 'created'
      ? 'Exactly this customer was just created.'
      : 'Exactly this customer may have been created just now: a second one is possible.',
  );
  const choice = await talk.choose(['Do not send it again', 'Send it again'], 0);
  if (choice.kind === 'end') return ending;
  return choice.kind === 'chosen' && choice.index === 1 ? { kind: 'send' } : { kind: 'review' };
}

/** Looks for duplicates where that has not been done for this userId and e-mail yet. */
async function lookUp(session: Session, { talk, signal }: AccessibleWorld): Promise<Session> {
  const payload = buildPayload(session.draft);
  const { userId, email } = payload;
  if (!session.account || (userId ?? email) === undefined) return { ...session, lookUp: undefined };
  const subject = JSON.stringify([userId, email]);
  if (session.lookUp?.subject === subject) return session;
  talk.say('', 'Looking for duplicates…');
  const result = await findDuplicates(session.account.connection, payload, { signal });
  return { ...session, lookUp: { subject, result } };
}

function lookUpLines(known: LookUp | undefined): string[] {
  const result = known?.result;
  if (!result) return [];
  if (result.kind !== 'duplicates') return [`Advice: ${lookUpFailureSentence(result)}`];
  const [holder] = result.byUserId?.customers ?? [];
  if (holder)
    return [
      `Problem: The userId belongs to ${foundCustomerName(holder, 'userId')} already; it will be refused.`,
    ];
  const found = duplicateCustomers(result).slice(0, 3);
  if (found.length === 0) return ['Nobody has this userId or email yet.'];
  return found.map(
    (customer) => `Advice: This e-mail is there already: ${foundCustomerName(customer, 'email')}.`,
  );
}
