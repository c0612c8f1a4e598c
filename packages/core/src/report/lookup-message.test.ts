import { expect, test } from 'vitest';
import type { UnresolvedLookup } from '../create/lookup.ts';
import type { Unknown } from '../create/outcome.ts';
import { lookupFailureMessage, unresolvedLookupMessage } from './failure-messages.ts';
import { outcomeMessage } from './outcome-message.ts';

const risk = 'Sending again could create the same customer twice.';
const lost = 'The customer may have been created: no answer came in time.';

function messageAfter(lookup: UnresolvedLookup) {
  const request = { name: 'Ada' };
  const unknown: Unknown = {
    outcome: 'unknown',
    customerExists: 'unknown',
    issues: [],
    request,
    attempt: { request, sentAt: 0, before: undefined },
    reason: 'answer-timeout',
    lookup,
  };
  return outcomeMessage(unknown, 'live');
}

test.each([
  [0, 'right after'],
  [1, '1 second after'],
  [12, '12 seconds after'],
])(
  'outcomeMessage: a customer not seen after %i s may still appear, and the risk is named',
  (secondsAgo, time) => {
    expect(messageAfter({ kind: 'not-seen', secondsAgo })).toEqual({
      message: `${lost} The customer was not found ${time} sending. It may still appear.`,
      next: ['Wait a little, then check again.', risk],
    });
  },
);

test.each([
  'nothing-to-search-by',
  'no-earlier-check',
  'too-many-matches',
  'too-late',
  'seen-before',
] as const)('outcomeMessage: that it cannot be told (%s) is reported with the risk', (reason) => {
  const lookup = { kind: 'cannot-tell', reason, candidates: [] } as const;
  expect([unresolvedLookupMessage(lookup), messageAfter(lookup).next]).toEqual([
    expect.stringMatching(/^Can't tell whether the customer was created: .*\.$/),
    ['Look for it in HelpCrunch by hand.', risk],
  ]);
});

test('outcomeMessage: three of many candidates are named', () => {
  const candidates = ['a', 'b', 'c', 'd'].map((name) => ({ name }));
  expect(messageAfter({ kind: 'cannot-tell', reason: 'too-many-matches', candidates }).next).toEqual([
    'Look at "a" in HelpCrunch.',
    'Look at "b" in HelpCrunch.',
    'Look at "c" in HelpCrunch.',
    risk,
  ]);
});

test('outcomeMessage: a lookup that failed leaves it unknown', () => {
  const failure = { kind: 'uncertain', reason: 'answer-timeout' } as const;
  expect(messageAfter({ kind: 'lookup-failed', failure })).toEqual({
    message: `${lost} It is still unknown whether the customer was created. The search got no answer.`,
    next: ['Check again.', risk],
  });
});

test.each([
  [{ kind: 'not-sent', reason: 'host-not-found' }, 'The search was not sent. The host was not found.'],
  [{ kind: 'unreadable', status: 200 }, 'The answer to the search (200) could not be read.'],
  [
    { kind: 'refused', status: 401, retryAfter: undefined, byHelpCrunch: true },
    'The search was refused (401): the API key was not accepted.',
  ],
  [
    { kind: 'refused', status: 403, retryAfter: undefined, byHelpCrunch: true },
    'The search was refused (403): this API key is not allowed to search.',
  ],
  [
    { kind: 'refused', status: 403, retryAfter: undefined, byHelpCrunch: false },
    'The search was blocked (403) by something between here and HelpCrunch.',
  ],
  [{ kind: 'refused', status: 429, retryAfter: 5, byHelpCrunch: true }, 'The search was rate limited (429).'],
  [
    { kind: 'refused', status: 500, retryAfter: undefined, byHelpCrunch: false },
    'The search was refused (500).',
  ],
] as const)('lookupFailureMessage: %j has its sentence', (failure, message) => {
  expect(lookupFailureMessage(failure)).toBe(message);
});

test('outcomeMessage: a create that was refused is not claimed, although the customer is there', () => {
  const lookup = { kind: 'cannot-tell', reason: 'refused', candidates: [{ name: 'Ada' }] } as const;
  expect(messageAfter(lookup)).toEqual({
    message: `${lost} Can't tell whether the customer was created: it is there now as sent, but the request was refused, so another program may have created it.`,
    next: ['Look at "Ada" in HelpCrunch.', risk],
  });
});
