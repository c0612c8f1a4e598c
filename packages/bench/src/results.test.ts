import { expect, test } from 'vitest';
import { summarize, summarizeRatios, takeRounds, toFigure } from './results.ts';

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

test('summarize: does not depend on the order', () => {
  expect(summarize([3, 1, 2])).toEqual({ n: 3, min: 1, median: 2, p95: 3, max: 3 });
});

test('summarize: the median of an even number is the mean of the middle two', () => {
  expect(summarize([4, 1, 2, 3]).median).toBe(2.5);
});

test('summarize: 95 of 100 are at most p95', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(summarize(values).p95).toBe(95);
});

test('summarizeRatios: takes ratios pair by pair, so that a slow round slows both', () => {
  expect(summarizeRatios([10, 100, 30], [5, 50, 15]).median).toBe(2);
});

test('summarize and summarizeRatios: throw without measurements and without pairs', () => {
  expect(() => summarize([])).toThrow('Nothing');
  expect(() => summarizeRatios([1], [1, 2])).toThrow('Pairs');
});

test('takeRounds: measures everyone once a round, changes the first, and leaves out warm-ups', async () => {
  const order: string[] = [];
  const program = (name: string) => (round: number) => {
    order.push(`${name}${round}`);
    return round;
  };
  const samples = await takeRounds({ a: program('a'), b: program('b') }, { rounds: 2, warmUps: 1 });
  expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
  expect(samples).toEqual({ a: [1, 2], b: [1, 2] });
});
