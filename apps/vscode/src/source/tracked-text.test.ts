import { expect, test } from 'vitest';
import { shiftRange, shiftThrough } from './tracked-text.ts';

const range = { offset: 10, length: 5 };

test('an edit before moves a range, one after does not', () => {
  expect(shiftRange(range, { rangeOffset: 0, rangeLength: 2, text: 'abc' })).toEqual({
    offset: 11,
    length: 5,
  });
  expect(shiftRange(range, { rangeOffset: 15, rangeLength: 1, text: '' })).toEqual(range);
  expect(shiftRange(range, { rangeOffset: 10, rangeLength: 0, text: '  ' })).toEqual({
    offset: 12,
    length: 5,
  });
});

test('an edit in a range, or over its edge, ends it', () => {
  expect(shiftRange(range, { rangeOffset: 12, rangeLength: 0, text: 'x' })).toBeUndefined();
  expect(shiftRange(range, { rangeOffset: 9, rangeLength: 2, text: '' })).toBeUndefined();
});

test('several edits of one event count the text before it', () => {
  const changes = [
    { rangeOffset: 0, rangeLength: 0, text: 'a' },
    { rangeOffset: 5, rangeLength: 0, text: 'b' },
  ];
  expect(shiftThrough(range, changes)).toEqual({ offset: 12, length: 5 });
});
