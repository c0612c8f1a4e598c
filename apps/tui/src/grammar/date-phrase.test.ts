import { readDate } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { resolveDate } from './date-phrase.ts';

const now = Date.parse('2024-05-15T12:00:00Z');

test.each(['2024-05-01', '1714521600', '2020-10-28T12:49:06Z', '31 December 2023'])(
  '%s stays as it was typed',
  (text) => {
    expect(resolveDate(text, now)).toBe(text);
  },
);

test.each(['01/05/2024', 'soon', 'Ada', '', 'from may to june', 'paid yesterday', '12'])(
  '%j is not a date, and stays for the rules to check',
  (text) => {
    expect(resolveDate(text, now)).toBe(text);
  },
);

test('a phrase counts from now', () => {
  expect(Date.parse(resolveDate('2 hours ago', now))).toBe(now - 2 * 3_600_000);
});

test.each([
  ['yesterday', '2024-05-14'],
  ['31 December 2023', '2023-12-31'],
  ['2 weeks ago', '2024-05-01'],
  ['last friday', '2024-05-10'],
  ['yesterday at 3pm', '2024-05-14 15:00:00'],
  ['31 December 2023 14:05', '2023-12-31 14:05:00'],
  ['May 1 2024 14:05 UTC', '2024-05-01T14:05:00Z'],
])('resolveDate: %s has the time of day and the zone of every other date', (text, date) => {
  const { kind, ...moment } = readDate(date);
  expect(kind).toBe('seconds');
  expect(readDate(resolveDate(text, now))).toMatchObject({ kind, ...moment, form: expect.any(String) });
});
