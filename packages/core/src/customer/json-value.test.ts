import { expect, test } from 'vitest';
import { isJsonObject, jsonKind } from './json-value.ts';

test.each<[unknown, string]>([
  ['', 'text'],
  [0, 'number'],
  [Number.NaN, 'number'],
  [false, 'boolean'],
  [null, 'null'],
  [[], 'list'],
  [{}, 'object'],
  [undefined, 'nothing'],
  [() => 1, 'nothing'],
  [Symbol('s'), 'nothing'],
  [1n, 'nothing'],
])('%o is called %s', (value, kind) => {
  expect(jsonKind(value)).toBe(kind);
});

test('null and a list are no objects', () => {
  expect([isJsonObject(null), isJsonObject([])]).toEqual([false, false]);
});
