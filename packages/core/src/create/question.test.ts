import { expect, test } from 'vitest';
import { answerApproved, type Question, type Reason } from './question.ts';

const question: Question = {
  account: { kind: 'live', label: 'main', host: 'api.example.com' },
  request: { name: 'Ada' },
  issues: [],
  reasons: [],
  mayDuplicate: false,
};
const emailUsed: Reason = { kind: 'email-used', customers: [{ id: 4 }], isComplete: true };
const unresolved: Reason = {
  kind: 'unresolved',
  ledgerId: 'a',
  secondsAgo: 1,
  same: 'content',
  lookup: undefined,
  isSafeToResend: true,
};
const notChecked: Reason = { kind: 'not-checked', failure: { kind: 'not-sent', reason: 'aborted' } };

test.each<[string, Reason[], 'send' | 'unanswered']>([
  ['nothing to know', [], 'send'],
  ['a customer that was shown', [emailUsed], 'send'],
  ['a customer that is new', [{ ...emailUsed, customers: [{ id: 4 }, { id: 5 }] }], 'unanswered'],
  ['a customer without an ID', [{ ...emailUsed, customers: [{ name: 'Ada' }] }], 'unanswered'],
  ['no duplicate check where one was shown', [notChecked], 'unanswered'],
  ['an earlier create that is unknown', [unresolved], 'unanswered'],
  ['the same content a moment ago', [{ kind: 'sent-before', ledgerId: 'a', secondsAgo: 1 }], 'unanswered'],
  ['a refusal a moment ago', [{ kind: 'refused-before', ledgerId: 'a', secondsAgo: 1 }], 'send'],
  ['a ledger that takes nothing', [{ kind: 'ledger-not-writable', message: 'full' }], 'unanswered'],
  ['one in flight', [{ kind: 'in-flight' }], 'unanswered'],
])('answerApproved: %s', async (_, reasons, kind) => {
  const ask = answerApproved({ shownIds: ['4'], isChecked: true });
  expect(await ask({ ...question, reasons })).toEqual({ kind });
});

test('answerApproved: a duplicate check that failed passes where that was shown', async () => {
  const ask = answerApproved({ shownIds: [], isChecked: false });
  expect(await ask({ ...question, reasons: [notChecked] })).toEqual({ kind: 'send' });
});
