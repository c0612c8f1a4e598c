import { expect, test } from 'vitest';
import type { Check } from '../api/check-outcome.ts';
import { checkMessage, lookUpFailureSentence } from './check-message.ts';

const risk = 'Sending again could create the same customer twice.';

test('a customer that is found is said to be created after all', () => {
  const check: Check = {
    kind: 'found',
    outcome: {
      outcome: 'created',
      customerExists: 'yes',
      confirmedBy: 'look-up',
      issues: [],
      request: { name: 'Ada' },
      customer: { id: 7 },
      dropped: [],
      changed: [],
    },
  };
  expect(checkMessage(check, 'live').sentence).toBe(
    'The customer was created in HelpCrunch after all: a look-up found it. Its id is 7.',
  );
});

test.each([
  [0, 'right after'],
  [1, '1 second after'],
  [12, '12 seconds after'],
])('a customer not seen after %i s may still appear, and the risk is named', (secondsAgo, time) => {
  expect(checkMessage({ kind: 'not-seen', secondsAgo }, 'live')).toEqual({
    sentence: `The customer is not there ${time} sending; it may still appear.`,
    next: ['Wait a little and check again.', risk],
  });
});

test.each(['nothing-to-look-by', 'no-earlier-look', 'too-many-matches'] as const)(
  'that it cannot be told (%s) is said with the risk',
  (reason) => {
    const { sentence, next } = checkMessage({ kind: 'cannot-tell', reason, candidates: [] }, 'live');
    expect([sentence, next]).toEqual([
      expect.stringMatching(/^Whether the customer was created cannot be told: .*\.$/),
      ['Look for it in HelpCrunch by hand.', risk],
    ]);
  },
);

test('three of many candidates are named', () => {
  const candidates = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
  expect(checkMessage({ kind: 'cannot-tell', reason: 'too-many-matches', candidates }, 'live').next).toEqual([
    'Look at "a" in HelpCrunch.',
    'Look at "b" in HelpCrunch.',
    'Look at "c" in HelpCrunch.',
    risk,
  ]);
});

test('a look-up that failed leaves it unknown', () => {
  const failure = { kind: 'uncertain', reason: 'answer-timeout' } as const;
  expect(checkMessage({ kind: 'look-up-failed', failure }, 'live')).toEqual({
    sentence: 'Whether the customer was created is still unknown. The look-up got no answer.',
    next: ['Check again.', risk],
  });
});

test.each([
  [{ kind: 'not-sent', reason: 'host-not-found' }, 'The look-up was not made. The host was not found.'],
  [{ kind: 'unreadable', status: 200 }, "The look-up's answer (200) could not be read."],
  [
    { kind: 'refused', status: 401, retryAfter: undefined },
    'The look-up was refused: the API key was not accepted.',
  ],
  [
    { kind: 'refused', status: 429, retryAfter: 5 },
    'The look-up was refused: too many requests for the moment.',
  ],
  [{ kind: 'refused', status: 500, retryAfter: undefined }, 'The look-up was refused (500).'],
] as const)('%j has its sentence', (failure, sentence) => {
  expect(lookUpFailureSentence(failure)).toBe(sentence);
});

test('of a create that was refused as taken it is said that the customer is there', () => {
  const candidates = [{ name: 'Ada' }];
  expect(checkMessage({ kind: 'cannot-tell', reason: 'refused-as-taken', candidates }, 'live')).toEqual({
    sentence:
      'Whether this create made the customer cannot be told: it is there now as you sent it, but another program may have made it.',
    next: ['Look at "Ada" in HelpCrunch.', risk],
  });
});
