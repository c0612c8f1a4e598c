import { expect, test } from 'vitest';
import { isJsonObject, isWithin, jsonKind, pointerSegments, pointerSet, toPointer } from './json.ts';

test.each<[unknown, string]>([
  ['', 'text'],
  [0, 'number'],
  [Number.NaN, 'number'],
  [false, 'boolean'],
  [null, 'null'],
  [[], 'list'],
  [{}, 'object'],
  [undefined, 'nothing'],
  [() => 1, 'nothing'],
  [Symbol('s'), 'nothing'],
  [1n, 'nothing'],
])('%o is called %s', (value, kind) => {
  expect(jsonKind(value)).toBe(kind);
});

test('null and a list are no objects', () => {
  expect([isJsonObject(null), isJsonObject([])]).toEqual([false, false]);
});

test.each<[readonly (string | number)[], string]>([
  [[], ''],
  [['tags', 0, 'name'], '/tags/0/name'],
  [['customData', 'a/b'], '/customData/a~1b'],
  [['customData', '~1'], '/customData/~01'],
  [[''], '/'],
])('%j is the pointer %j', (segments, pointer) => {
  expect(toPointer(segments)).toBe(pointer);
});

test.each(['', '/', '/tags/0', '/customData/a~1b', '/customData/~01', '/customData/ü 🎈'])(
  'the segments of %j make it again',
  (pointer) => {
    expect(toPointer(pointerSegments(pointer))).toBe(pointer);
  },
);

test('a place is within itself and within what holds it', () => {
  expect([isWithin('/tags/0', '/tags/0'), isWithin('/tags/0', '/tags'), isWithin('/tags/0', '')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('a place is not within one whose name merely begins alike', () => {
  expect(isWithin('/tags/10', '/tags/1')).toBe(false);
});

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
