import { expect, test } from 'vitest';
import { niceTicks } from './nice-ticks.ts';

test.each([
  [245, [0, 50, 100, 150, 200, 250]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [944, [0, 200, 400, 600, 800, 1000]],
  [33.6, [0, 10, 20, 30, 40]],
])('up to %d', (largest, ticks) => {
  expect(niceTicks(largest)).toEqual(ticks);
});
