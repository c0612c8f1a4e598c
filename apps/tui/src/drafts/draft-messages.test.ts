import { expect, test } from 'vitest';
import { ageText } from './draft-messages.ts';

test.each([
  [59, 'just now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3 * 3600, '3 hours ago'],
  [49 * 3600, '2 days ago'],
])('%i seconds are %s', (seconds, text) => {
  expect(ageText(0, seconds * 1000)).toBe(text);
});

test('a moment in the future, as clocks are set back, is just now', () => {
  expect(ageText(5000, 0)).toBe('just now');
});
