import { expect, test } from 'vitest';
import { conflictOf } from './conflict.ts';

test('--resume goes with the fields that flags give, and with --sandbox', () => {
  expect(conflictOf(['resume', 'name', 'sandbox'])).toBeUndefined();
});

test.each(['from', 'json', 'no-input'])('--resume does not go with --%s', (other) => {
  expect(conflictOf(['resume', other])).toMatch(/^--resume/);
});

test('--forget takes nothing besides', () => {
  expect(conflictOf(['forget'])).toBeUndefined();
  expect(conflictOf(['forget', 'json'])).toMatch(/^--forget/);
});
