import { expect, test } from 'vitest';
import { atMost, budget, exactly, formatNumber, targetOf, times, verdictOf } from './budget.ts';
import { toFigure } from './results.ts';

const init = { figure: 'first-frame', title: 'First frame', unit: 'ms' } as const;
const frame = budget(init, atMost(250), times(7, 'bare Node'));

test.each([
  ['met', 200, 40],
  ['missed', 251, 40],
  ['missed', 200, 20],
] as const)('verdictOf: %s for %d ms beside %d ms', (verdict, own, node) => {
  expect(verdictOf(frame, toFigure({ ours: [own], 'bare Node': [node] }))).toBe(verdict);
});

test('verdictOf: a ratio that was not measured is not met', () => {
  expect(verdictOf(frame, toFigure({ ours: [100] }))).toBe('not measured');
  expect(verdictOf(frame, toFigure({ ours: [251] }))).toBe('missed');
});

test('verdictOf: exactly one is neither none nor two, in every measurement', () => {
  const one = budget(init, exactly(1));
  const verdicts = [[0], [1], [2], [1, 2, 1]].map((values) => verdictOf(one, toFigure({ ours: values })));
  expect(verdicts).toEqual(['missed', 'met', 'missed', 'missed']);
});

test('verdictOf: says when the figure is missing, and when the target is', () => {
  expect(verdictOf(frame, undefined)).toBe('not measured');
  expect(verdictOf(budget(init), toFigure({ ours: [1] }))).toBe('no target');
});

test('targetOf: names each limit, in the unit of the row', () => {
  expect(targetOf(frame)).toBe('≤ 250 ms and ≤ 7× bare Node');
  expect(targetOf(budget({ ...init, unit: 'bytes' }, exactly(0)))).toBe('0 B');
});

test.each([
  [4.788, 'ms', '4.79 ms'],
  [245.6, 'ms', '246 ms'],
  [4270, 'kB', '4,270 kB'],
  [68, 'bytes', '68 B'],
  [1, '', '1'],
  [0, 'bytes', '0 B'],
] as const)('formatNumber: %d %s is %s', (value, unit, text) => {
  expect(formatNumber(value, unit)).toBe(text);
});
