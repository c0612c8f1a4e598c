import { expect, test } from 'vitest';
import { toFigure } from './results.ts';

test('a figure holds every contender, and the kit as a multiple of each peer', () => {
  const { measured, ratios } = toFigure({ ours: [20, 40], 'bare Node': [10, 10] });
  expect(measured['ours']?.median).toBe(30);
  expect(ratios['bare Node']).toMatchObject({ n: 2, min: 2, median: 3, max: 4 });
  expect(ratios['ours']).toBeUndefined();
});

test('a peer that needs nothing has no ratio', () => {
  expect(toFigure({ ours: [1], nothing: [0] }).ratios).toEqual({});
});

test('what is not there cannot be told from what was forgotten: the kit has to be measured', () => {
  expect(() => toFigure({ peer: [1] })).toThrow('not measured');
});
