import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('__proto__ as a property of the list form is an error', () => {
  expect(judge({ name: 'Ada', customData: [{ property: ' __proto__ ', value: 'x' }] })).toEqual([
    { code: 'forbidden-key', severity: 'error', path: '/customData/0/property', key: '__proto__' },
  ]);
});

test.each(['proto', 'constructor', 'toString'])('%s passes', (property) => {
  expect(codesOf({ name: 'Ada', customData: [{ property, value: 'x' }] })).toEqual([]);
});
