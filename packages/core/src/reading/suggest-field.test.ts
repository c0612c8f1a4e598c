import { expect, test } from 'vitest';
import { customerFields } from '../customer/fields.ts';
import { suggestField } from './suggest-field.ts';

test.each(customerFields.map(({ key }) => key))('%s itself is found in any spelling', (key) => {
  expect(suggestField(key.toUpperCase())).toBe(key);
});

test.each([
  ['user_id', 'userId'],
  ['First-Seen', 'firstSeen'],
  ['custom data', 'customData'],
  ['emial', 'email'],
  ['e-mail', 'email'],
  ['nmae', 'name'],
  ['nam', 'name'],
  ['tag', 'tags'],
  ['language', 'locale'],
  ['fullName', 'name'],
  ['createdAt', 'firstSeen'],
])('%s most likely means %s', (key, meant) => {
  expect(suggestField(key)).toBe(meant);
});

test.each(['', 'x', 'favouriteColour', 'constructor', '__proto__', 'toString', 'k'.repeat(100_000)])(
  'for %.20j nothing is suggested',
  (key) => {
    expect(suggestField(key)).toBeUndefined();
  },
);
