import { expect, test } from 'vitest';
import { now } from '../../test/validate.ts';
import { readCustomer } from '../reading/read-customer.ts';
import { stopBeforeSending } from './create-run.ts';
import type { DuplicateCheckResult } from './duplicate-check.ts';
import { planCustomer } from './plan.ts';

const ada = planCustomer(readCustomer({ name: 'Ada', userId: 'u-1', email: 'ada@example.com' }), { now });
const holder = { id: 4, userId: 'u-1' };
const noMatch = { kind: 'matches', customers: [], complete: true } as const;

function stop(lookUp: DuplicateCheckResult) {
  return stopBeforeSending(ada, lookUp);
}

test.each<[string, DuplicateCheckResult, object]>([
  [
    'a taken userId',
    { kind: 'checked', byUserId: { ...noMatch, customers: [holder] }, byEmail: undefined },
    { outcome: 'user-id-taken', noticed: 'before-sending', holder },
  ],
  [
    'a taken userId that only the email search shows yet',
    { kind: 'checked', byUserId: noMatch, byEmail: { ...noMatch, customers: [{ id: 5 }, holder] } },
    { outcome: 'user-id-taken', noticed: 'before-sending', holder },
  ],
  [
    'a refused key',
    { kind: 'refused', status: 401, retryAfter: undefined, byHelpCrunch: true },
    { outcome: 'unauthorized', reason: 'key-refused' },
  ],
  [
    'too many requests',
    { kind: 'refused', status: 429, retryAfter: 7, byHelpCrunch: true },
    { outcome: 'rate-limited', retryAfter: 7, step: 'duplicate-check' },
  ],
  [
    'a refused connection',
    { kind: 'not-sent', reason: 'connection-refused' },
    { outcome: 'not-sent', reason: 'connection-refused' },
  ],
  ['a cancellation before the look-up', { kind: 'not-sent', reason: 'aborted' }, { outcome: 'cancelled' }],
  ['a cancellation during the look-up', { kind: 'uncertain', reason: 'cancelled' }, { outcome: 'cancelled' }],
])('%s stops it, and no customer exists', (_what, lookUp, outcome) => {
  expect(stop(lookUp)).toMatchObject({
    ...outcome,
    customerExists: 'no',
    request: { name: 'Ada', userId: 'u-1', email: 'ada@example.com' },
  });
});

test.each<[string, DuplicateCheckResult]>([
  ['no duplicates', { kind: 'checked', byUserId: noMatch, byEmail: noMatch }],
  ['the same email', { kind: 'checked', byUserId: noMatch, byEmail: { ...noMatch, customers: [{ id: 5 }] } }],
  ['a refused search', { kind: 'refused', status: 403, retryAfter: undefined, byHelpCrunch: true }],
  ['a failed search', { kind: 'refused', status: 500, retryAfter: undefined, byHelpCrunch: true }],
  ['an unreadable answer', { kind: 'unreadable', status: 200 }],
  ['an answer that did not come', { kind: 'uncertain', reason: 'answer-timeout' }],
  ['a lost connection', { kind: 'uncertain', reason: 'connection-lost' }],
])('%s does not stop it', (_what, lookUp) => {
  expect(stop(lookUp)).toBeUndefined();
});
