import { expect, test } from 'vitest';
import { codesOf, judge } from '../../../test/judge.ts';

test('a date that cannot be read is an error', () => {
  expect(judge({ name: 'Ada', firstSeen: ' 01/05/2024 ' })).toEqual([
    { code: 'unreadable-date', severity: 'error', path: '/firstSeen', text: '01/05/2024' },
  ]);
});

test.each(['2024-05-01T00:00:00Z', '1714521600', 1714521600, ' '])('%j passes', (firstSeen) => {
  expect(codesOf({ name: 'Ada', firstSeen })).toEqual([]);
});
