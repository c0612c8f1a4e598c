import { expect, test } from 'vitest';
import { codesOf, now, validate } from '../../test/validate.ts';
import { issueMessage } from './rules.ts';

test('a date that cannot be read is an error', () => {
  expect(validate({ name: 'Ada', firstSeen: ' next spring ' })).toEqual([
    { code: 'unreadable-date', severity: 'error', path: '/firstSeen', text: 'next spring' },
  ]);
});

test.each(['2024-05-01T00:00:00Z', '1714521600', 1714521600, ' '])('%j passes', (firstSeen) => {
  expect(codesOf({ name: 'Ada', firstSeen })).toEqual([]);
});

test('a day that does not exist is an error', () => {
  expect(validate({ name: 'Ada', firstSeen: '2024-02-30' })).toEqual([
    { code: 'impossible-date', severity: 'error', path: '/firstSeen', text: '2024-02-30' },
  ]);
});

test('29 February of a leap year passes', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '2024-02-29T00:00:00Z' })).toEqual([]);
});

test('milliseconds are an error that offers the seconds', () => {
  expect(validate({ name: 'Ada', firstSeen: 1603885746000 })).toEqual([
    {
      code: 'date-in-milliseconds',
      severity: 'error',
      path: '/firstSeen',
      text: '1603885746000',
      suggestion: '1603885746',
    },
  ]);
});

test('seconds of a far but thinkable year are no milliseconds', () => {
  expect(codesOf({ name: 'Ada', firstSeen: 99_999_999_999 })).toEqual(['future-date']);
});

test('a date ahead is advice', () => {
  expect(validate({ name: 'Ada', firstSeen: '2099-01-01T00:00:00Z' })).toEqual([
    { code: 'future-date', severity: 'advice', path: '/firstSeen', seconds: 4070908800 },
  ]);
});

test('now, by a clock that is hours ahead, is not the future', () => {
  expect(codesOf({ name: 'Ada', firstSeen: now / 1000 + 14 * 3600 })).toEqual([]);
});

test('a second more than any zone explains is the future', () => {
  expect(codesOf({ name: 'Ada', firstSeen: now / 1000 + 14 * 3600 + 1 })).toEqual(['future-date']);
});

test('a date without a zone is advice that says which moment was taken', () => {
  expect(validate({ name: 'Ada', firstSeen: '2020-10-28 11:49:06' })).toEqual([
    { code: 'date-without-zone', severity: 'advice', path: '/firstSeen', seconds: 1603885746 },
  ]);
});

test.each(['2020-10-28T11:49:06Z', '2020-10-28T11:49:06+02:00', '1603885746'])(
  '%s names its zone',
  (firstSeen) => {
    expect(codesOf({ name: 'Ada', firstSeen })).toEqual([]);
  },
);

test('a fraction of a second is advice', () => {
  expect(validate({ name: 'Ada', firstSeen: '1607542030.713' })).toEqual([
    { code: 'fraction-of-second', severity: 'advice', path: '/firstSeen', seconds: 1607542030 },
  ]);
});

test('a fraction of nothing is none', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '1607542030.000' })).toEqual([]);
});

test.each<[string | number, string]>([
  ['2020', '2020-01-01'],
  [44133, '2020-10-29'],
  [20201028114906, '2020-10-28T11:49:06Z'],
])('implausible-date: %j is an error with a suggestion', (firstSeen, suggestion) => {
  expect(validate({ name: 'Ada', firstSeen })).toEqual([
    { code: 'implausible-date', severity: 'error', path: '/firstSeen', text: String(firstSeen), suggestion },
  ]);
});

test.each([0, 86400])('implausible-date: %j is an error', (firstSeen) => {
  expect(codesOf({ name: 'Ada', firstSeen })).toEqual(['implausible-date']);
});

test('ambiguous-date: two readings are an error with both', () => {
  expect(validate({ name: 'Ada', firstSeen: '01/05/2024' })).toMatchObject([
    { code: 'ambiguous-date', severity: 'error', suggestions: ['2024-01-05', '2024-05-01'] },
  ]);
});

test('compact-date: advice that names the date, and nothing about the zone', () => {
  expect(validate({ name: 'Ada', firstSeen: 20201028 })).toMatchObject([
    { code: 'compact-date', severity: 'advice', suggestion: '2020-10-28T00:00:00Z' },
  ]);
});

test('early-date: a written date before 1995 is advice', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '1985-05-15T00:00:00Z' })).toEqual(['early-date']);
});

test('ambiguous-date: names every reading of a year of two digits', () => {
  const messages = (firstSeen: string) => validate({ name: 'Ada', firstSeen }).map(issueMessage);
  expect(messages('5/1/24')).toEqual(['The date "5/1/24" has two readings. Write 2024-05-01 or 2024-01-05.']);
  expect(messages('01/05/24')).toEqual([
    'The date "01/05/24" has three readings. Write 2024-01-05, 2024-05-01, or 2001-05-24.',
  ]);
});

test('invisible-character: a date is read without its invisible characters, which are the only error', () => {
  expect(codesOf({ name: 'Ada', firstSeen: '\u200e2024-05-01T00:00:00Z' })).toEqual(['invisible-character']);
  expect(codesOf({ name: 'Ada', firstSeen: '\u200b' })).toEqual([]);
});
