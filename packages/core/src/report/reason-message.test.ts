import { expect, test } from 'vitest';
import type { Question, Reason } from '../create/question.ts';
import { questionMessage } from './reason-message.ts';

const failure = { kind: 'refused', status: 500, byHelpCrunch: false, retryAfter: undefined } as const;
const unresolved: Reason = {
  kind: 'unresolved',
  ledgerId: 'a',
  secondsAgo: 5,
  same: 'content',
  lookup: { kind: 'lookup-failed', failure },
  isSafeToResend: false,
};

function reasonsOf(...reasons: readonly Reason[]): readonly string[] {
  const account = { kind: 'live', label: 'main', host: undefined } as const;
  const question: Question = { account, request: {}, issues: [], reasons, mayDuplicate: true };
  return questionMessage(question).reasons;
}

test('questionMessage: a failed search is explained once, whatever else it leaves open', () => {
  expect(reasonsOf(unresolved, { kind: 'not-checked', failure })).toEqual([
    'The same customer was sent 5 seconds ago and may have been created. Sending it again could create it twice.',
    'Duplicate check failed: duplicates are possible. The search was refused (500).',
  ]);
});

test('questionMessage: a failed search for an earlier customer alone is explained with it', () => {
  expect(reasonsOf(unresolved)).toEqual([
    'The same customer was sent 5 seconds ago and may have been created. It is still unknown whether the customer was created. The search was refused (500). Sending it again could create it twice.',
  ]);
});
