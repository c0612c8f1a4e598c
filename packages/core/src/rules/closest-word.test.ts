import { expect, test } from 'vitest';
import { closestWord } from './closest-word.ts';

test('the nearest word within the limit is found', () => {
  expect(closestWord('orane', ['plane', 'orange'], 2)).toBe('orange');
});

test('of two equally near words the first is taken', () => {
  expect(closestWord('bat', ['cat', 'hat'], 1)).toBe('cat');
});

test('a word further away than the limit is not found', () => {
  expect(closestWord('orunje', ['orange'], 1)).toBeUndefined();
});

test('two swapped neighbors are one slip', () => {
  expect(closestWord('emial', ['email'], 1)).toBe('email');
});

test('letters swapped across others are more than one', () => {
  expect(closestWord('bcda', ['acdb'], 1)).toBeUndefined();
});
