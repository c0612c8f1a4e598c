import { expect, test } from 'vitest';
import { toFigure } from './results.ts';

test('toFigure: has every program, and the kit as a multiple of the other', () => {
  const { measured, ratios } = toFigure({ ours: [20, 40], 'bare Node': [10, 10] });
  expect(measured['ours']?.median).toBe(30);
  expect(ratios['bare Node']).toMatchObject({ n: 2, min: 2, median: 3, max: 4 });
  expect(ratios['ours']).toBeUndefined();
});

test('toFigure: gives no ratio to a program that measured 0', () => {
  expect(toFigure({ ours: [1], nothing: [0] }).ratios).toEqual({});
});

test('toFigure: throws when the kit itself was not measured', () => {
  expect(() => toFigure({ other: [1] })).toThrow('not measured');
});
