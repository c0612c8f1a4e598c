import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';
import { hiddenMark } from '../../customer/key-like-text.ts';

test('what was hidden when the customer was kept is advice at its place', () => {
  const notes = `see ${hiddenMark}`;
  expect(judge({ name: 'Ada', email: 'ada@example.com', notes })).toEqual([
    { code: 'hidden-text', severity: 'advice', path: '/notes' },
  ]);
});

test('the word alone is no such thing', () => {
  expect(codesOf({ name: 'Ada', notes: 'hidden' })).toEqual([]);
});
