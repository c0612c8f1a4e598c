import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test.each([{ value: 'pro' }, { property: ' ', value: 'pro' }, {}])('%j is an error', (entry) => {
  expect(judge({ name: 'Ada', customData: [entry] })).toEqual([
    { code: 'entry-without-property', severity: 'error', path: '/customData/0/property' },
  ]);
});

test('a blank key of a map is an error at that key', () => {
  expect(judge({ name: 'Ada', customData: { ' ': 'pro' } })).toEqual([
    { code: 'entry-without-property', severity: 'error', path: '/customData/ ' },
  ]);
});

test('an entry without a value passes: it is left out', () => {
  expect(codesOf({ name: 'Ada', customData: [{ property: 'plan' }] })).toEqual([]);
});
