import { expect, test } from 'vitest';
import { toFigure } from '../results.ts';
import { type Bar, verdictOf } from './bar.ts';

const bar: Bar = {
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
] as const)('%s: %d ms beside %d ms', (verdict, ours, node) => {
  expect(verdictOf(bar, toFigure({ ours: [ours], 'bare Node': [node] }), 'ours')).toBe(verdict);
});

test('a ratio that was not measured does not hold', () => {
  expect(verdictOf(bar, toFigure({ ours: [100] }), 'ours')).toBe('missed');
});

test('exactly one is neither none nor two', () => {
  const one: Bar = { ...bar, limits: [{ kind: 'exactly', value: 1 }] };
  expect([0, 1, 2].map((value) => verdictOf(one, toFigure({ ours: [value] }), 'ours'))).toEqual([
    'missed',
    'met',
    'missed',
  ]);
});

test('without a promise there is nothing to meet, and without a figure nothing to say', () => {
  expect(verdictOf({ ...bar, limits: [] }, toFigure({ ours: [1] }), 'ours')).toBe('informs');
  expect(verdictOf(bar, undefined, 'ours')).toBe('not measured');
});
