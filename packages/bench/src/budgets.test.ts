import { expect, test } from 'vitest';
import { type Budget, verdictOf } from './budgets.ts';
import { toFigure } from './results.ts';

const budget: Budget = {
  figure: 'first-frame',
  title: 'First frame',
  unit: 'ms',
  statistic: 'median',
  limits: [
    { kind: 'at-most', value: 250, stretch: 170 },
    { kind: 'ratio-at-most', value: 7, peer: 'bare Node' },
  ],
};

test.each([
  ['met', 200, 40],
  ['stretch', 160, 40],
  ['missed', 251, 40],
  ['missed', 200, 20],
] as const)('verdictOf: %s for %d ms beside %d ms', (verdict, own, node) => {
  expect(verdictOf(budget, toFigure({ ours: [own], 'bare Node': [node] }))).toBe(verdict);
});

test('verdictOf: a ratio that was not measured is missed', () => {
  expect(verdictOf(budget, toFigure({ ours: [100] }))).toBe('missed');
});

test('verdictOf: exactly one is neither none nor two', () => {
  const one: Budget = { ...budget, limits: [{ kind: 'exactly', value: 1 }] };
  expect([0, 1, 2].map((value) => verdictOf(one, toFigure({ ours: [value] })))).toEqual([
    'missed',
    'met',
    'missed',
  ]);
});

test('verdictOf: says when the figure is missing', () => {
  expect(verdictOf(budget, undefined)).toBe('not measured');
});
