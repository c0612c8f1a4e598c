import { expect, test } from 'vitest';
import { created, no, outcomes, unknown } from '../../test/message-samples.ts';
import type { Outcome } from '../create/outcome.ts';
import { outcomeMessage } from './outcome-message.ts';

test.each(outcomes)('%j is reported in one sentence', (outcome, message) => {
  expect(outcomeMessage(outcome, 'live').message).toBe(message);
});

test('in the sandbox the sandbox is named', () => {
  expect(outcomeMessage(created, 'sandbox').message).toBe(
    'The customer was created in the sandbox. Its ID is 7.',
  );
});

test.each([
  ['empty', 'its answer is empty'],
  ['cut-off', 'its answer broke off'],
  ['too-large', 'its answer is too large to read'],
  ['too-deep', 'its answer is nested too deep to read'],
  ['html', 'its answer is a web page instead of JSON'],
  ['not-json', 'its answer is not a JSON object'],
  ['not-a-customer', 'its answer is not in the documented form, so what was stored cannot be compared'],
] as const)('an answer that is %s is reported', (unreadable, words) => {
  const { customer: _, ...rest } = created;
  expect(outcomeMessage({ ...rest, unreadable }, 'live')).toEqual({
    message: `The customer was created in HelpCrunch, but ${words}.`,
    next: ['Look the customer up in HelpCrunch to see what was stored.'],
  });
});

test('outcomeMessage: an ID stays on its line', () => {
  const { message } = outcomeMessage({ ...created, customer: { id: '7\n\u001b[2J' } }, 'live');
  expect(message).toBe('The customer was created in HelpCrunch. Its ID is 7 [2J.');
});

test('what was dropped and what was changed each have a next step', () => {
  const change = { path: '/name', sent: 'Ada', got: 'ADA' };
  expect(outcomeMessage({ ...created, dropped: ['/notes'], changed: [change] }, 'live').next.length).toBe(2);
});

test.each([
  [0, 'Try again in 1 second.'],
  [1, 'Try again in 1 second.'],
  [2, 'Try again in 2 seconds.'],
  [undefined, 'Try again in 60 seconds.'],
])('over the limit, with a wait of %s, the wait is named', (retryAfter, step) => {
  expect(outcomeMessage({ ...no, outcome: 'rate-limited', step: 'create', retryAfter }, 'live').next).toEqual(
    [step],
  );
});

test.each(outcomes)('the next steps of %j are sentences', (outcome) => {
  expect(outcomeMessage(outcome, 'live').next.filter((step) => !/^[A-Z].*\.$/.test(step))).toEqual([]);
});

test.each(outcomes)('the next steps of %j name nothing of a terminal in an editor', (outcome) => {
  expect(outcomeMessage(outcome, 'live', 'editor').next.filter((step) => /[A-Z]+_[A-Z]/.test(step))).toEqual(
    [],
  );
});

test.each<[Outcome, string]>([
  [{ ...no, outcome: 'not-sent', reason: 'unusable-url' }, "Check the account's base URL."],
  [{ ...no, outcome: 'unauthorized', reason: 'no-key' }, 'Add an account with a key from Settings'],
])('in an editor %j names its setting or command', (outcome, step) => {
  expect(outcomeMessage(outcome, 'live', 'editor').next[0]).toContain(step);
});

test.each([404, 405])('a %s says nothing of the customer: the address is what to check', (status) => {
  const elsewhere = { ...no, outcome: 'rejected', status } as const;
  expect(outcomeMessage(elsewhere, 'live').next).toEqual([
    "Check HELPCRUNCH_BASE_URL: nothing at that address creates customers. HelpCrunch's own ends with /v1.",
  ]);
  expect(outcomeMessage(elsewhere, 'live', 'editor').next[0]).toContain("the account's base URL");
  expect(outcomeMessage(elsewhere, 'sandbox').next[0]).toContain('Change what was refused');
});

test('outcomeMessage: an unknown create with a user ID may be sent again safely', () => {
  const withId = { ...unknown, request: { userId: 'u-1' }, reason: 'server-error' } as const;
  expect(outcomeMessage(withId, 'live').next).toContain(
    'Sending again is safe once you have checked: HelpCrunch refuses a second customer with this user ID.',
  );
});

test('after what is unknown the risk of sending again is named', () => {
  expect(outcomeMessage({ ...unknown, reason: 'server-error' }, 'live').next).toContain(
    'Sending again could create the same customer twice.',
  );
});
