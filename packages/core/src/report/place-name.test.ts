import { expect, test } from 'vitest';
import { placeName } from './names.ts';

const customData = [{ property: 'plan', value: 'pro' }];

test.each([
  ['/firstSeen', 'First seen'],
  ['/tags/1/color', 'Tag 2, color'],
  ['/tags/10', 'Tag 11'],
  ['/customData/0', 'Custom data "plan"'],
  ['/customData/0/value', 'Custom data "plan"'],
  ['/customData/seats', 'Custom data "seats"'],
  ['/emial', '"emial"'],
])('placeName: %s is %s', (path, name) => {
  expect(placeName(path, { customData })).toBe(name);
});
