import { expect, test } from 'vitest';
import { readJsonText } from './json-text.ts';

test.each([1, 100])('of a key written twice the later one is found among %i others', (others) => {
  const rest = Array.from({ length: others }, (_, index) => `"k${index}":0`).join();
  const text = `{"a":1,${rest},"a":[2]}`;
  const json = readJsonText(text);
  expect([json.rangeOf('/a').offset, json.rangeOf('/a/0').offset]).toEqual([
    text.indexOf('[2]'),
    text.indexOf('2]'),
  ]);
});

test('twenty thousand places in one object are found in a moment', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}`);
  const json = readJsonText(`{${keys.map((key) => `"${key}":1`).join()}}`);
  expect(keys.every((key) => json.rangeOf(`/${key}`).length === 1)).toBe(true);
});
