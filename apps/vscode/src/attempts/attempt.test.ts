import type { CustomerExists } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { severalMessage } from '../notifications/several-message.ts';
import { type Attempt, entryToShow, type RunEntry } from './attempt.ts';

function entry(name: string, customerExists?: CustomerExists): RunEntry {
  // Only what a run is judged by.
  return customerExists ? { name, attempt: { outcome: { customerExists } } as Attempt } : { name };
}

test('what is in doubt is shown first, then what failed, else the last', () => {
  expect(entryToShow([entry('a', 'no'), entry('b', 'yes'), entry('c', 'unknown'), entry('d')])).toBe(2);
  expect(entryToShow([entry('a', 'yes'), entry('b', 'no'), entry('c', 'no')])).toBe(1);
  expect(entryToShow([entry('a', 'yes'), entry('b', 'yes'), entry('c')])).toBe(1);
});

test('each customer is said as surely as it is known', () => {
  const entries = [entry('Ada', 'yes'), entry('Bob', 'unknown'), entry('Eve', 'no'), entry('Kim')];
  expect(severalMessage(entries)).toBe(
    '1 of 4 customers were created. Not known of Bob. Not created: Eve. Not sent: Kim.',
  );
  expect(severalMessage([entry('Ada', 'yes'), entry('Bob', 'yes')])).toBe('All 2 customers were created.');
});

test('many names are cut to what a notification holds', () => {
  const entries = ['a', 'b', 'c', 'd', 'e'].map((name) => entry(name));
  expect(severalMessage(entries)).toContain('Not sent: a, b, c and 2 more.');
});
