import { expect, test } from 'vitest';
import { numberText, ratioText } from './number-text.ts';

test.each([
  [4.788, 'ms', '4.79 ms'],
  [245.6, 'ms', '246 ms'],
  [19_234, 'customers/s', '19,200 customers/s'],
  [68, 'bytes', '68 B'],
  [1, '', '1'],
  [0, 'bytes', '0 B'],
] as const)('%d %s is written %s', (value, unit, text) => {
  expect(numberText(value, unit)).toBe(text);
});

test.each([
  [2.13, '2.1×'],
  [68, '68×'],
  [0.86, '0.9×'],
  [0.0444, '0.044×'],
  [0, '0×'],
])('the ratio %d is written %s', (ratio, text) => {
  expect(ratioText(ratio)).toBe(text);
});
