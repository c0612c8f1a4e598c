import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each(['notes', 'customData'])('256 characters of %s are advice', (key) => {
  const text = 'a'.repeat(256);
  const path = key === 'notes' ? '/notes' : '/customData/story';
  expect(judge({ name: 'Ada', [key]: key === 'notes' ? text : { story: text } })).toEqual([
    { code: 'long-text', severity: 'advice', path, characters: 256, limit: 255 },
  ]);
});

test('255 characters and the blanks around them pass', () => {
  expect(codesOf({ name: 'Ada', notes: ` ${'a'.repeat(255)} ` })).toEqual([]);
});

test('an emoji is one character', () => {
  expect(codesOf({ name: 'Ada', notes: '🎈'.repeat(255) })).toEqual([]);
});

test('a long name passes: nothing is known against it', () => {
  expect(codesOf({ name: 'a '.repeat(300) })).toEqual([]);
});
