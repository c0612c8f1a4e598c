import { readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { readingLines, stepsFilledIn } from './initial-state.ts';
import { stepIndex, steps } from './wizard-state.ts';

test('a customer that was read whole needs no asking', () => {
  expect(stepsFilledIn(readCustomerText('{"name": "Ada", "userId": 7}'))).toBe(steps.length - 1);
});

test('from the first field that could not be read as it was written, everything is asked', () => {
  const text = '{"userId": 9007199254740993, "name": "Ada", "name": "Bob", "customData": {"a": [1]}}';
  expect(stepsFilledIn(readCustomerText(text))).toBe(stepIndex('name') - 1);
  expect(stepsFilledIn(readCustomerText('{"email": "a@b.co", "locale": 5}'))).toBe(stepIndex('locale') - 1);
});

test('nothing filled in begins at the beginning', () => {
  expect(stepsFilledIn({ draft: {}, issues: [] })).toBe(-1);
});

test('what would be stored as something else is a problem, not advice', () => {
  expect(readingLines(readCustomerText('{"name": 5, "fullName": "x"}')).map(({ mark }) => mark)).toEqual([
    'error',
    'advice',
  ]);
});
