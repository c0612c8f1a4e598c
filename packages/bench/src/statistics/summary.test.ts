import { expect, test } from 'vitest';
import { summarize, summarizeRatios } from './summary.ts';

test('a summary does not depend on the order', () => {
  expect(summarize([3, 1, 2])).toEqual({ n: 3, min: 1, median: 2, p95: 3, max: 3 });
});

test('of an even number the median is the mean of the middle two', () => {
  expect(summarize([4, 1, 2, 3]).median).toBe(2.5);
});

test('95 of 100 are at most p95', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(summarize(values).p95).toBe(95);
});

test('ratios are taken pair by pair, so that a slow round slows both', () => {
  expect(summarizeRatios([10, 100, 30], [5, 50, 15]).median).toBe(2);
});

test('nothing, and what has no pair, is refused', () => {
  expect(() => summarize([])).toThrow('Nothing');
  expect(() => summarizeRatios([1], [1, 2])).toThrow('Pairs');
});
