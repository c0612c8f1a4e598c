import { guessUnit, isoDateOf, plausibleSeconds, plausibleStart } from './date-guesses.ts';
import { monthNumber, namedMonthPatterns } from './named-month.ts';

/** How a date was written: UNIX seconds, ISO 8601, compact digits such as `20201028`, or day and month around a year. */
export type DateForm = 'unix' | 'iso' | 'compact' | 'other';

/**
 * The meaning of a date in a draft. `zone` is `assumed` when the text has none and UTC is used; `fraction` is true when
 * parts of a second are lost, since a date is sent in whole seconds.
 */
export type DateReading =
  | {
      readonly kind: 'seconds';
      readonly seconds: number;
      readonly form: DateForm;
      readonly zone: 'given' | 'assumed';
      readonly fraction: boolean;
    }
  | { readonly kind: 'milliseconds'; readonly seconds: number }
  /** Digits that no customer can mean as UNIX seconds, and what they most likely mean instead. */
  | { readonly kind: 'implausible'; readonly suggestion: string | undefined }
  /** Day and month could be either way round: both dates. */
  | { readonly kind: 'ambiguous'; readonly suggestions: readonly [string, string] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

/** From here on (the year 5138) digits are not UNIX seconds. */
const endOfSeconds = 100_000_000_000;

const digits = /^-?\d+(?:\.\d+)?$/;
const time =
  '(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d+))?)?(?: ?(?<half>[AP]M))?';
const zone = '(?: ?(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d\\d(?::?\\d\\d)?))?';
const isoDate = new RegExp(
  `^(?<year>\\d{4})(?<mark>[./-])(?<month>\\d\\d?)\\k<mark>(?<day>\\d\\d?)(?:(?:T|,? |,? at )${time}${zone})?$`,
  'i',
);
const compactDate =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:T(?<hour>\d\d)(?<minute>\d\d)(?:(?<second>\d\d)(?:[.,](?<fraction>\d+))?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const dayAndMonth = new RegExp(
  `^(?<one>\\d\\d?)(?<mark>[./-])(?<other>\\d\\d?)\\k<mark>(?<year>\\d{4})(?:(?:,? |,? at )${time}${zone})?$`,
  'i',
);
const namedMonth = namedMonthPatterns(time, zone);

/**
 * Reads a date as a draft may have it: digits are UNIX seconds (documented) or a compact date; other text is ISO 8601, or
 * a date with the year at its end when that has one reading. Without a time it is 00:00, without a zone UTC. Blanks
 * around it do not count. A month in English words has one reading, too.
 *
 * @example
 * readDate('20201028'); // { kind: 'seconds', seconds: 1603843200, form: 'compact', zone: 'assumed', fraction: false }
 * readDate('44133'); // { kind: 'implausible', suggestion: '2020-10-28' }
 */
export function readDate(date: string | number): DateReading {
  // Word processors write dashes where a date has hyphens.
  const text = String(date)
    .trim()
    .replaceAll(/[\u2010-\u2014\u2212]/g, '-');
  const compact = compactDate.exec(text)?.groups;
  if (compact) {
    const reading = readCivilDate(compact, 'compact');
    if (text.includes('T') || text.includes('t') || isPlausible(reading)) return reading;
  }
  if (typeof date === 'number' ? Number.isFinite(date) : digits.test(text))
    return readUnixTime(Number(text), text);
  const iso = isoDate.exec(text)?.groups;
  if (iso) return readCivilDate(iso, 'iso');
  const parts = dayAndMonth.exec(text)?.groups;
  return parts ? readDayAndMonth(parts) : readNamedMonth(text);
}

/** No date with the name of its month is longer. */
const maxNamedLength = 90;

function readNamedMonth(text: string): DateReading {
  if (text.length > maxNamedLength) return { kind: 'unreadable' };
  const groups = namedMonth.map((pattern) => pattern.exec(text)?.groups).find((found) => found);
  if (!groups) return { kind: 'unreadable' };
  return readCivilDate({ ...groups, month: monthNumber(groups['name'] ?? '') }, 'other');
}

function isPlausible(reading: DateReading): boolean {
  return reading.kind === 'seconds' && plausibleSeconds(reading.seconds);
}

function readUnixTime(number: number, text: string): DateReading {
  if (number < 0) return { kind: 'impossible' };
  if (number >= plausibleStart && number < endOfSeconds) {
    const fraction = !Number.isInteger(number);
    return { kind: 'seconds', seconds: Math.floor(number), form: 'unix', zone: 'given', fraction };
  }
  const seconds = Math.floor(number / 1000);
  if (number >= endOfSeconds && plausibleSeconds(seconds)) return { kind: 'milliseconds', seconds };
  const suggestion = guessUnit(number, text);
  if (suggestion === undefined && number >= endOfSeconds * 1000) return { kind: 'impossible' };
  return { kind: 'implausible', suggestion };
}

/** `12/31/2023` and `31.12.2023` have one reading; `01/05/2024` has two. */
function readDayAndMonth(parts: Partial<Record<string, string>>): DateReading {
  const { one = '', other = '', year = '', mark: _, ...rest } = parts;
  const [dayFirst, monthFirst] = [
    readCivilDate({ ...rest, year, day: one, month: other }, 'other'),
    readCivilDate({ ...rest, year, day: other, month: one }, 'other'),
  ];
  if (dayFirst.kind !== 'seconds' || one === other)
    return monthFirst.kind === 'seconds' ? monthFirst : dayFirst;
  if (monthFirst.kind !== 'seconds') return dayFirst;
  return { kind: 'ambiguous', suggestions: [isoDateOf(monthFirst.seconds), isoDateOf(dayFirst.seconds)] };
}

function readCivilDate(groups: Partial<Record<string, string>>, form: DateForm): DateReading {
  const part = (name: string) => Number(groups[name] ?? 0);
  const [year, month, day] = [part('year'), part('month'), part('day')];
  const [minute, second] = [part('minute'), part('second')];
  const hour = hourOf(part('hour'), groups['half']);
  const civil = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Date.UTC turns 30 February into a day in March: a date exists when it reads back as it was written.
  const exists =
    civil.getUTCFullYear() === year && civil.getUTCMonth() === month - 1 && civil.getUTCDate() === day;
  const seconds = civil.getTime() / 1000 - zoneOffset(groups['zone'] ?? 'Z');
  // False for the NaN of an impossible zone too. Later dates would read as milliseconds once they are digits.
  const isInRange = seconds >= 0 && seconds < endOfSeconds;
  if (!exists || !(hour <= 23) || minute > 59 || second > 59 || !isInRange) return { kind: 'impossible' };
  return {
    kind: 'seconds',
    seconds,
    form,
    zone: groups['zone'] === undefined ? 'assumed' : 'given',
    fraction: /[1-9]/.test(groups['fraction'] ?? ''),
  };
}

/** The hour of the day: 12 AM is 0; NaN for what no clock with AM and PM shows. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Seconds east of UTC: `Z`, `UTC`, and `GMT` → 0, `+02:00`, `+0200` and `+02` → 7200, NaN for hours or minutes that no clock has. */
function zoneOffset(zone: string): number {
  const offset = zone.replace(/^[A-Z]+/i, '');
  if (offset === '') return 0;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
