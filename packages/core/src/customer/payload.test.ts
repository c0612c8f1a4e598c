import { expect, test } from 'vitest';
import { draftPaths } from './payload.ts';

const draft = {
  email: 'ada@example.com',
  tags: [{ name: ' ' }, { name: 'vip' }, {}, { name: 'beta', color: 'red' }],
  customData: [{ property: 'plan' }, { property: 'seats', value: 12 }],
};

test('a field stands where it stands', () => {
  expect(draftPaths(draft)('/email')).toBe('/email');
});

test('a list as a whole stands where it stands', () => {
  expect(draftPaths(draft)('/tags')).toBe('/tags');
});

test.each([
  ['/tags/0', '/tags/1'],
  ['/tags/0/name', '/tags/1/name'],
  ['/tags/1/color', '/tags/3/color'],
])('%s of the payload was written at %s, blank tags counted', (payloadPath, draftPath) => {
  expect(draftPaths(draft)(payloadPath)).toBe(draftPath);
});

test.each([
  ['/customData/0', '/customData/1'],
  ['/customData/0/property', '/customData/1/property'],
  ['/customData/0/value', '/customData/1/value'],
])('%s of the payload was written at %s, attributes without a value counted', (payloadPath, draftPath) => {
  expect(draftPaths(draft)(payloadPath)).toBe(draftPath);
});

test.each(['/customData/1', '/customData/1/property', '/customData/1/value'])(
  '%s of the payload was written at its key in a map',
  (payloadPath) => {
    expect(draftPaths({ customData: { blank: ' ', plan: 'pro', 'a/b~c': 1 } })(payloadPath)).toBe(
      '/customData/a~1b~0c',
    );
  },
);

test.each(['/tags/9', '/tags/9/name', '/customData/9/value', '/tags/x', '/name/0', '/nothing', ''])(
  '%j, which the draft does not have, stays as it is',
  (path) => {
    expect(draftPaths(draft)(path)).toBe(path);
  },
);
