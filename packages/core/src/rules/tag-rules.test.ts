import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';
import { issueMessage } from './rules.ts';

test.each([{}, { name: ' ' }, { color: 'red' }, { name: null }])('%j is an error', (tag) => {
  expect(validate({ name: 'Ada', tags: [{ name: 'vip' }, tag] })).toEqual([
    { code: 'tag-without-name', severity: 'error', path: '/tags/1/name' },
  ]);
});

test('a tag with a name alone passes', () => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip' }] })).toEqual([]);
});

test('a color that CSS does not know is an error that offers the likely one', () => {
  expect(validate({ name: 'Ada', tags: [{ name: 'vip', color: ' ff0000 ' }] })).toEqual([
    {
      code: 'unknown-color',
      severity: 'error',
      path: '/tags/0/color',
      color: 'ff0000',
      suggestion: '#ff0000',
    },
  ]);
});

test.each(['teal', '#FF0000', 'rgb(1 2 3)', ' '])('%j passes', (color) => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip', color }] })).toEqual([]);
});

test('each later tag of the same name is advice that names the first', () => {
  const tags = [{ name: 'vip' }, { name: 'beta' }, { name: ' vip ' }, { name: 'vip' }];
  expect(validate({ name: 'Ada', tags })).toEqual([
    { code: 'duplicate-tag', severity: 'advice', path: '/tags/2', name: 'vip', firstPath: '/tags/0' },
    { code: 'duplicate-tag', severity: 'advice', path: '/tags/3', name: 'vip', firstPath: '/tags/0' },
  ]);
});

test('names in other capitals are other tags', () => {
  expect(codesOf({ name: 'Ada', tags: [{ name: 'vip' }, { name: 'VIP' }] })).toEqual([]);
});

test.each(['color-mix(in srgb, red, blue)', 'currentColor', 'rgb(from red r g b)', 'var(--accent)'])(
  'unknown-color: the message for %s does not claim that CSS lacks it',
  (color) => {
    const messages = validate({ name: 'Ada', tags: [{ name: 'vip', color }] }).map(issueMessage);
    expect(messages).toEqual([expect.stringMatching(/depends on a web page or needs a browser/)]);
  },
);
