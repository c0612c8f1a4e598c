import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a colour that CSS does not know is an error that offers the likely one', () => {
  expect(judge({ name: 'Ada', tags: [{ name: 'vip', color: ' ff0000 ' }] })).toEqual([
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
