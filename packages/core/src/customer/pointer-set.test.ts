import { expect, test } from 'vitest';
import { pointerSet } from './pointer-set.ts';

const places = pointerSet(['/tags/1', '/customData/plan/']);

test.each(['/tags/1', '/tags/1/name', '/customData/plan/'])('%s is covered', (pointer) => {
  expect(places.covers(pointer)).toBe(true);
});

test.each(['', '/tags', '/tags/10', '/tags/2/name', '/customData/plan'])('%j is not covered', (pointer) => {
  expect(places.covers(pointer)).toBe(false);
});

test.each(['', '/tags', '/tags/1', '/customData/plan'])('%j is touched', (pointer) => {
  expect(places.touches(pointer)).toBe(true);
});

test.each(['/', '/tags/1/name', '/tags/2', '/name'])('%j is not touched', (pointer) => {
  expect(places.touches(pointer)).toBe(false);
});

test('the whole covers everything and is touched by itself', () => {
  const whole = pointerSet(['']);
  expect([whole.covers('/tags/0'), whole.covers(''), whole.touches('')]).toEqual([true, true, true]);
});

test('no places cover and touch nothing', () => {
  const none = pointerSet([]);
  expect([none.covers(''), none.touches('')]).toEqual([false, false]);
});
