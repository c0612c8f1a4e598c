import { expect, test } from 'vitest';
import { readDate } from './dates.ts';

const wholeSeconds = (seconds: number, form = 'iso') => ({
  kind: 'seconds',
  seconds,
  form,
  zone: 'given',
  fraction: false,
});

test.each<[string | number, number]>([
  ['1603885746', 1603885746],
  [1603885746, 1603885746],
  ['  1603885746  ', 1603885746],
  [99_999_999_999, 99_999_999_999],
])('readDate: %j is UNIX seconds', (date, seconds) => {
  expect(readDate(date)).toEqual(wholeSeconds(seconds, 'unix'));
});

test.each([
  '2020-10-28T11:49:06Z',
  '2020-10-28t11:49:06z',
  '2020-10-28 11:49:06 Z',
  '2020-10-28T13:49:06+02:00',
  '2020-10-28T13:49:06+0200',
  '2020-10-28T13:49:06+02',
  '2020-10-28T06:19:06-05:30',
  '2020-10-28 11:49:06 UTC',
  '2020-10-28 11:49:06 GMT',
  '2020-10-28 01:49:06 PM +0200',
  '2020-10-28T13:49:06+02:00[Europe/Kyiv]',
  ' 2020-10-28T11:49:06Z\n',
])('%j is one moment, its zone given', (date) => {
  expect(readDate(date)).toEqual(wholeSeconds(1603885746));
});

test('a date without a zone is taken for UTC, and says so', () => {
  expect(readDate('2020-10-28 11:49:06')).toEqual({
    kind: 'seconds',
    seconds: 1603885746,
    form: 'iso',
    zone: 'assumed',
    fraction: false,
  });
});

test('a day alone is its first second', () => {
  expect(readDate('2020-10-28')).toMatchObject({ seconds: Date.UTC(2020, 9, 28) / 1000, zone: 'assumed' });
});

test('minutes are enough of a time', () => {
  expect(readDate('2020-10-28T11:49Z')).toEqual(wholeSeconds(1603885740));
});

test('29 February exists in a leap year', () => {
  expect(readDate('2024-02-29T00:00:00Z')).toEqual(wholeSeconds(Date.UTC(2024, 1, 29) / 1000));
});

test.each<string | number>([
  '1607542030.713',
  1607542030.713,
  '2020-12-09T19:27:10.713Z',
  '2020-12-09T19:27:10,713Z',
])('%j has a fraction of a second', (date) => {
  expect(readDate(date)).toMatchObject({
    kind: 'seconds',
    seconds: 1607542030,
    zone: 'given',
    fraction: true,
  });
});

test('a fraction of nothing is none', () => {
  expect(readDate('2020-10-28T11:49:06.000Z')).toEqual(wholeSeconds(1603885746));
});

test.each<string | number>([1603885746000, '1603885746000', 1603885746999, '1603885746000.5'])(
  '%j is milliseconds, whose seconds are offered',
  (date) => {
    expect(readDate(date)).toEqual({ kind: 'milliseconds', seconds: 1603885746 });
  },
);

test.each<string | number>([
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-05-01T25:00:00Z',
  '2024-05-01T24:00:00Z',
  '2024-05-01T12:60:00Z',
  '2024-05-01T12:00:60Z',
  '2024-05-01T12:00:00+24:00',
  '2024-05-01T12:00:00+02:60',
  '2024-05-01 13:00 PM',
  '2024-05-01 0:30 AM',
  '31 February 2023',
  '1969-12-31T23:59:59Z',
  '1970-01-01T00:00:00+01:00',
  '0000-01-01',
  -1,
  '-1',
  1e14,
  '100000000000000',
  1e300,
])('readDate: %j is impossible', (date) => {
  expect(readDate(date)).toEqual({ kind: 'impossible' });
});

test('a year that would be taken for milliseconds on the wire is impossible', () => {
  expect(readDate('9999-12-31T00:00:00Z')).toEqual({ kind: 'impossible' });
});

test.each<string | number>([
  '',
  ' ',
  'yesterday',
  '2024/05/01/06',
  '2024/05-01',
  '2024-05-01T12Z',
  '2024-05-01T12:00:00 CET',
  '2024-W18-3',
  '1603885746s',
  '1_603_885_746',
  '1.6e9',
  '+1603885746',
  '٢٠٢٤-٠٥-٠١',
  Number.NaN,
  Number.POSITIVE_INFINITY,
])('%j cannot be read', (date) => {
  expect(readDate(date)).toEqual({ kind: 'unreadable' });
});

test.each<[string | number, string]>([
  ['20201028', '2020-10-28T00:00:00.000Z'],
  [20201028, '2020-10-28T00:00:00.000Z'],
  ['20201028T114906Z', '2020-10-28T11:49:06.000Z'],
  ['20201028T1149', '2020-10-28T11:49:00.000Z'],
  ['20201028T134906+0200', '2020-10-28T11:49:06.000Z'],
  ['20201028 114906', '2020-10-28T11:49:06.000Z'],
  ['20201028114906Z', '2020-10-28T11:49:06.000Z'],
  ['20201028134906.0+0200', '2020-10-28T11:49:06.000Z'],
])('readDate: %j is a compact date', (date, iso) => {
  expect(readDate(date)).toMatchObject({ kind: 'seconds', form: 'compact', seconds: Date.parse(iso) / 1000 });
});

test.each<[string | number, string | undefined]>([
  ['2020', '2020-01-01'],
  [44133, '2020-10-29'],
  [44133.5, '2020-10-29T12:00:00Z'],
  ['31182', '1985-05-15'],
  [18563, '2020-10-28'],
  [26731429, '2020-10-28T11:49:00Z'],
  [20201028114906, '2020-10-28T11:49:06Z'],
  ['202010281149', '2020-10-28T11:49:00Z'],
  [1603885746000000, '2020-10-28T11:49:06Z'],
  ['133589952000000000', '2024-05-01'],
  ['638501184000000000', '2024-05-01'],
  ['/Date(1603885746000)/', '2020-10-28T11:49:06Z'],
  ['\\/Date(1603885746000+0200)\\/', '2020-10-28T11:49:06Z'],
  ['/Date(0)/', undefined],
  ['5/31/24', '2024-05-31'],
  ['31.12.99 14:05', '1999-12-31T14:05:00Z'],
  [0, undefined],
  ['0', undefined],
  ['20201345', undefined],
  [788918399, undefined],
])('readDate: %j is implausible, and most likely means %s', (date, suggestion) => {
  expect(readDate(date)).toEqual({ kind: 'implausible', suggestion });
});

test('readDate: 86400 is implausible', () => {
  expect(readDate(86400).kind).toBe('implausible');
});

test('readDate: UNIX seconds from 1995 on are read', () => {
  expect(readDate(788918400)).toMatchObject({ kind: 'seconds', form: 'unix' });
});

test.each([
  ['2024-3-1', '2024-03-01T00:00:00.000Z'],
  ['2024/05/01', '2024-05-01T00:00:00.000Z'],
  ['2024.05.01 14:30', '2024-05-01T14:30:00.000Z'],
  ['2024-05-01, 14:30', '2024-05-01T14:30:00.000Z'],
  ['2024-05-01 at 2:30 pm', '2024-05-01T14:30:00.000Z'],
  ['2024\u201305\u201301', '2024-05-01T00:00:00.000Z'],
  ['31.12.2023, 14:05', '2023-12-31T14:05:00.000Z'],
  ['31.12.2023', '2023-12-31T00:00:00.000Z'],
  ['12/31/2023 14:05', '2023-12-31T14:05:00.000Z'],
  ['31/12/2023 9:05:01', '2023-12-31T09:05:01.000Z'],
  ['05.05.2024', '2024-05-05T00:00:00.000Z'],
  ['5/13/2024, 9:05:00\u202fAM', '2024-05-13T09:05:00.000Z'],
  ['2024-05-01 02:30 p.m.', '2024-05-01T14:30:00.000Z'],
  ['2024年5月1日', '2024-05-01T00:00:00.000Z'],
  ['2024年05月01日 14:30', '2024-05-01T14:30:00.000Z'],
  ['2024년 5월 1일', '2024-05-01T00:00:00.000Z'],
  ['2024. 5. 1.', '2024-05-01T00:00:00.000Z'],
  ['2024.05.01.', '2024-05-01T00:00:00.000Z'],
  ['2024. 05. 01. 14:30', '2024-05-01T14:30:00.000Z'],
  ['31. 12. 2023', '2023-12-31T00:00:00.000Z'],
  ['２０２４－０５－０１', '2024-05-01T00:00:00.000Z'],
])('readDate: %s has one reading', (date, iso) => {
  expect(readDate(date)).toMatchObject({ kind: 'seconds', zone: 'assumed', seconds: Date.parse(iso) / 1000 });
});

test.each(['01/05/2024', '1.5.2024', '01-05-2024'])('readDate: %s has two readings', (date) => {
  expect(readDate(date)).toEqual({ kind: 'ambiguous', suggestions: ['2024-01-05', '2024-05-01'] });
});

test.each<[string, readonly string[]]>([
  ['5/1/24', ['2024-05-01', '2024-01-05']],
  ['13/05/24', ['2024-05-13', '2013-05-24']],
  ['01/05/24', ['2024-01-05', '2024-05-01', '2001-05-24']],
  ['05.05.05', ['2005-05-05']],
])(
  'readDate: the year of %s has two digits, so every date that it could be is offered',
  (date, suggestions) => {
    const [suggestion] = suggestions;
    expect(readDate(date)).toEqual(
      suggestions.length === 1 ? { kind: 'implausible', suggestion } : { kind: 'ambiguous', suggestions },
    );
  },
);

test('readDate: a day that does not exist either way is impossible', () => {
  expect(readDate('99/99/99')).toEqual({ kind: 'impossible' });
  expect(readDate('32/13/2023')).toEqual({ kind: 'impossible' });
});

test.each([
  ['4 March 2023', '2023-03-04T00:00:00.000Z'],
  ['4th of March 2023', undefined],
  ['March 4th, 2023', '2023-03-04T00:00:00.000Z'],
  ['Mar 4, 2023 9:12 AM', '2023-03-04T09:12:00.000Z'],
  ['Mar 4, 2023, 12:12:13 PM', '2023-03-04T12:12:13.000Z'],
  ['Mar 4, 2023 at 12:12 AM', '2023-03-04T00:12:00.000Z'],
  ['04-Mar-2023', '2023-03-04T00:00:00.000Z'],
  ['Saturday, March 4, 2023', '2023-03-04T00:00:00.000Z'],
  ['Sept. 4, 2023', '2023-09-04T00:00:00.000Z'],
  ['Sat, 04 Mar 2023 09:12:13 GMT', '2023-03-04T09:12:13.000Z'],
  ['Sat, 04 Mar 2023 09:12:13 +0200', '2023-03-04T07:12:13.000Z'],
  ['Sat Mar 04 2023 09:12:13 GMT+0200 (Eastern European Standard Time)', '2023-03-04T07:12:13.000Z'],
  ['04/Mar/2023:09:12:13 +0000', '2023-03-04T09:12:13.000Z'],
  ['12/31/2023, 2:05:09 PM', '2023-12-31T14:05:09.000Z'],
  ['Sat Mar  4 09:12:13 2023', '2023-03-04T09:12:13.000Z'],
  ['Sat Mar  4 09:12:13 UTC 2023', '2023-03-04T09:12:13.000Z'],
  ['Sat Mar 04 09:12:13 +0200 2023', '2023-03-04T07:12:13.000Z'],
  ['Sat Mar 4 09:12:13 2023 +0200', '2023-03-04T07:12:13.000Z'],
  ['March 2023', undefined],
  ['4 Smarch 2023', undefined],
  [`4 March 2023 (${'x'.repeat(100)})`, undefined],
])('readDate: %s has the month in words: %s', (date, iso) => {
  const reading = readDate(date);
  expect(iso === undefined ? reading.kind : reading).toEqual(
    iso === undefined
      ? 'unreadable'
      : expect.objectContaining({ kind: 'seconds', seconds: Date.parse(iso) / 1000 }),
  );
});
