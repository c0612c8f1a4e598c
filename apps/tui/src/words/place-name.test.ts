import { expect, test } from 'vitest';
import { placeName } from './place-name.ts';

const customData = [{ property: 'plan', value: 'pro' }];

test.each([
  ['/firstSeen', 'First seen'],
  ['/tags/1/color', 'Tags, 2nd: colour'],
  ['/tags/10', 'Tags, 11th'],
  ['/customData/0', 'Custom data: plan'],
  ['/customData/0/value', 'Custom data: plan'],
  ['/customData/seats', 'Custom data: seats'],
  ['/emial', '"emial"'],
])('%s is %s', (path, name) => {
  expect(placeName(path, { customData })).toBe(name);
});
