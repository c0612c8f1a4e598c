import { expect, test } from 'vitest';
import { kindOfValue, possibleKinds } from './value-kind.ts';

test.each([
  ['yes', ['yes/no', 'text']],
  ['12', ['number', 'text']],
  ['007', ['text']],
  ['2024-05-01', ['date', 'text']],
  ['2024-13-01', ['text']],
  ['https://example.com/a', ['URL', 'text']],
  ['"12"', ['text']],
  ['pro', ['text']],
])('%j could be %j', (text, kinds) => {
  expect(possibleKinds(text)).toEqual(kinds);
});

test.each([
  [12, 'number'],
  [false, 'yes/no'],
  ['pro', 'text'],
  ['https://example.com', 'URL'],
  [undefined, 'no value'],
])('%j is shown as %s', (value, kind) => {
  expect(kindOfValue(value)).toBe(kind);
});

test('a date in digits is shown as the date it is', () => {
  expect(kindOfValue('1714521600')).toMatch(/^date .*2024/u);
});
