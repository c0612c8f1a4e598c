import { expect, test } from 'vitest';
import type { Question, Reason } from '../create/question.ts';
import { createResult } from './create-result.ts';

const unresolved: Reason = {
  kind: 'unresolved',
  ledgerId: 'abc',
  secondsAgo: 1,
  same: 'content',
  lookup: undefined,
  isSafeToResend: false,
};

function stepsFor(reasons: readonly Reason[]): readonly string[] {
  const question: Question = {
    account: { kind: 'live', label: 'main', host: undefined },
    request: {},
    issues: [],
    reasons,
    mayDuplicate: false,
  };
  const outcome = {
    outcome: 'needs-confirmation',
    customerExists: 'no',
    issues: [],
    request: {},
    question,
  } as const;
  return createResult(outcome, { account: 'live', surface: 'agent' }).next;
}

test('createResult: an agent reads what it can do itself, and what only a person can do', () => {
  expect(stepsFor([])).toEqual(['Call plan_customers again: something changed since the plan was made.']);
  expect(stepsFor([unresolved])).toEqual([
    'Call check_customer with the ledger_id abc.',
    'If it stays unknown, ask the user: only a person can decide to send it again, outside this server.',
  ]);
  expect(stepsFor([{ kind: 'sent-before', ledgerId: 'abc', secondsAgo: 1 }])).toEqual([
    'It exists already: there is nothing more to create.',
  ]);
  expect(stepsFor([{ kind: 'ledger-not-writable', message: 'full' }])).toEqual([
    'Ask the user to make the folder of the ledger writable.',
  ]);
});

test('createResult: an agent reads that a new key needs a restart of its server, which keeps the one it began with', () => {
  const outcome = {
    outcome: 'unauthorized',
    customerExists: 'no',
    reason: 'key-refused',
    status: 401,
    step: 'create',
    issues: [],
    request: {},
  } as const;
  expect(createResult(outcome, { account: 'live', surface: 'agent' }).next).toEqual([
    'Ask the user to copy the key again from Settings → Developers → Public API, and to restart this server with it; the Legacy key does not work here.',
  ]);
});

test('createResult: what was refused before and is created now has no advice that it will be refused again', () => {
  const outcome = {
    outcome: 'created',
    customerExists: 'yes',
    confirmedBy: 'answer',
    customer: { id: 1 },
    dropped: [],
    changed: [],
    issues: [],
    request: {},
    accepted: [
      { kind: 'refused-before', ledgerId: 'abc', secondsAgo: 1 },
      { kind: 'ledger-not-writable', message: 'full' },
    ],
  } as const;
  expect(createResult(outcome, { account: 'live' }).issues.map(({ code }) => code)).toEqual([
    'ledger-not-writable',
  ]);
});
