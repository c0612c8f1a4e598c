import { expect, test } from 'vitest';
import { codesOf, validate } from '../../test/validate.ts';

test('a region is an error that says what to write', () => {
  expect(validate({ name: 'Ada', locale: 'pt-br' })).toEqual([
    { code: 'unknown-locale', severity: 'error', path: '/locale', locale: 'pt-br', suggestion: 'pt' },
  ]);
});

test('a language that there is not is an error', () => {
  expect(validate({ name: 'Ada', locale: 'xx' })).toMatchObject([
    { code: 'unknown-locale', suggestion: undefined },
  ]);
});

test.each(['uk', ' en '])('%j passes', (locale) => {
  expect(codesOf({ name: 'Ada', locale })).toEqual([]);
});
