import { expect, test } from 'vitest';
import { isWithin, pointerSegments, toPointer } from './json-pointer.ts';

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
