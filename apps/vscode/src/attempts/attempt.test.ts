import { type CustomerExists, createRedactor } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import {
  type Attempt,
  entryToShow,
  hideKeysIn,
  type RunEntry,
  severalMessage,
  withAttempt,
  withLookup,
} from './attempt.ts';

function entry(name: string, customerExists?: CustomerExists): RunEntry {
  // Only what the functions read.
  return customerExists ? { name, attempt: { outcome: { customerExists } } as Attempt } : { name };
}

test('entryToShow: an unknown outcome first, then one that failed, else the last', () => {
  expect(entryToShow([entry('a', 'no'), entry('b', 'yes'), entry('c', 'unknown'), entry('d')])).toBe(2);
  expect(entryToShow([entry('a', 'yes'), entry('b', 'no'), entry('c', 'no')])).toBe(1);
  expect(entryToShow([entry('a', 'yes'), entry('b', 'yes'), entry('c')])).toBe(1);
});

test('severalMessage: names customers by what is known of them', () => {
  const entries = [entry('Ada', 'yes'), entry('Bob', 'unknown'), entry('Eve', 'no'), entry('Kim')];
  expect(severalMessage(entries)).toBe(
    '1 of 4 customers were created. Unknown: Bob. Not created: Eve. Not sent: Kim.',
  );
  expect(severalMessage([entry('Ada', 'yes'), entry('Bob', 'yes')])).toBe('All 2 customers were created.');
});

test('severalMessage: cuts many names', () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((name) => entry(name));
  expect(severalMessage(entries)).toContain('Not sent: a, b, c and 2 more.');
});

const request = { name: 'Ada', email: 'ada@example.com' };

/** An attempt with only what decides whether it resolves another one. */
function attemptOf(outcome: object): Attempt {
  return { outcome: { request, ...outcome } } as Attempt;
}

const unknown = attemptOf({ outcome: 'unknown', ledgerId: '1' });
const rejected = attemptOf({ outcome: 'rejected', customerExists: 'no', ledgerId: '2' });
const second = attemptOf({ outcome: 'created', customerExists: 'yes', ledgerId: '2' });
const ours = attemptOf({ outcome: 'created', customerExists: 'yes', ledgerId: '1' });

test('withAttempt: a later attempt does not overwrite an earlier unknown', () => {
  const first = withAttempt({ name: 'Ada' }, 'Ada', unknown);
  expect(first).toEqual({ name: 'Ada', attempt: unknown });
  for (const later of [rejected, second]) {
    expect(withAttempt(first, 'Ada', later)).toEqual({ name: 'Ada', attempt: later, unresolved: unknown });
  }
  const third = withAttempt(withAttempt(first, 'Ada', rejected), 'Ada', rejected);
  expect(third.unresolved).toBe(unknown);
});

test('withAttempt: proof that the earlier one was created resolves it', () => {
  const first = { name: 'Ada', attempt: unknown };
  expect(withAttempt(first, 'Ada', ours)).toEqual({ name: 'Ada', attempt: ours });
  const taken = attemptOf({ outcome: 'user-id-taken', createdBy: '1' });
  expect(withAttempt(first, 'Ada', taken).unresolved).toBeUndefined();
  const withId = { request: { ...request, userId: '7' } };
  const unknownWithId = attemptOf({ outcome: 'unknown', ...withId });
  const createdWithId = attemptOf({ outcome: 'created', ...withId });
  expect(
    withAttempt({ name: 'Ada', attempt: unknownWithId }, 'Ada', createdWithId).unresolved,
  ).toBeUndefined();
  expect(withAttempt({ name: 'Ada', attempt: unknownWithId }, 'Ada', second).unresolved).toBe(unknownWithId);
});

test('withLookup: the result of a lookup replaces its attempt', () => {
  expect(withLookup({ name: 'Ada', attempt: unknown }, unknown, ours)).toEqual({
    name: 'Ada',
    attempt: ours,
  });
  const refused = { name: 'Ada', attempt: rejected, unresolved: unknown };
  expect(withLookup(refused, unknown, ours)).toEqual({ name: 'Ada', attempt: ours });
});

test('withLookup: two attempts that both created a customer are both kept', () => {
  const both = { name: 'Ada', attempt: second, unresolved: unknown };
  expect(withLookup(both, unknown, ours)).toEqual({ name: 'Ada', attempt: second, unresolved: ours });
});

test('hideKeysIn: hides a key in values and in names', () => {
  const kept = hideKeysIn(
    { a: ['my-secret'], 'x my-secret': { b: 'Bearer abcdefgh1jklmnopq', c: 1 } },
    createRedactor(['my-secret']),
  );
  expect(JSON.stringify(kept)).not.toMatch(/my-secret|abcdefgh1jklmnopq/);
  expect(kept).toMatchObject({ a: ['[hidden]'] });
});

test('hideKeysIn: leaves out what is undefined, so that an issue without a suggestion keeps none', () => {
  const issue = { code: 'unknown-locale', value: 'xx', suggestion: undefined };
  expect(hideKeysIn(issue, createRedactor())).toStrictEqual({ code: 'unknown-locale', value: 'xx' });
});
