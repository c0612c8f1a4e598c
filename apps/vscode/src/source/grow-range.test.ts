import { expect, test } from 'vitest';
import { growRange, growThrough } from './grow-range.ts';

const range = { offset: 10, length: 5 };

test('a span grows and shrinks with the edits in it', () => {
  expect(growRange(range, { rangeOffset: 12, rangeLength: 0, text: 'abc' })).toEqual({
    offset: 10,
    length: 8,
  });
  expect(growRange(range, { rangeOffset: 12, rangeLength: 2, text: '' })).toEqual({ offset: 10, length: 3 });
});

test('an edit before a span moves it, one after does not', () => {
  expect(growRange(range, { rangeOffset: 0, rangeLength: 2, text: 'a' })).toEqual({ offset: 9, length: 5 });
  expect(growRange(range, { rangeOffset: 15, rangeLength: 0, text: 'abc' })).toEqual(range);
});

test('an edit over the edge of a span belongs to it', () => {
  expect(growRange(range, { rangeOffset: 8, rangeLength: 4, text: 'x' })).toEqual({ offset: 8, length: 4 });
  expect(growRange(range, { rangeOffset: 13, rangeLength: 4, text: 'x' })).toEqual({ offset: 10, length: 4 });
});

test('a span that is replaced is what replaced it, and nobody knows where it is in a larger replacement', () => {
  expect(growRange(range, { rangeOffset: 10, rangeLength: 5, text: 'ab' })).toEqual({
    offset: 10,
    length: 2,
  });
  expect(growRange(range, { rangeOffset: 9, rangeLength: 7, text: 'ab' })).toBeUndefined();
});

test('several edits of one event count the text before it', () => {
  const changes = [
    { rangeOffset: 0, rangeLength: 0, text: 'a' },
    { rangeOffset: 11, rangeLength: 0, text: 'bc' },
  ];
  expect(growThrough(range, changes)).toEqual({ offset: 11, length: 7 });
});
