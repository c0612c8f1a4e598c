import { guessUnit, isoDateOf, plausibleSeconds, plausibleStart } from './date-guesses.ts';
import {
  compactDate,
  dayAndMonth,
  dotNetDate,
  isoDate,
  maxDateLength,
  monthNumber,
  namedMonth,
  plainDate,
  shortYear,
} from './date-patterns.ts';

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
  /** Day, month, or year could be either way round: all dates. */
  | { readonly kind: 'ambiguous'; readonly suggestions: DateSuggestions }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' };

/** Two readings, or three where the year has two digits. */
export type DateSuggestions = readonly [string, string, string?];

/** From here on (the year 5138) digits are not UNIX seconds. */
const endOfSeconds = 100_000_000_000;

const digits = /^-?\d+(?:\.\d+)?$/;

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
  const text = plainDate(String(date));
  const compact = compactDate.exec(text)?.groups;
  if (compact) {
    const reading = readCivilDate(compact, 'compact');
    if (/[T ]/i.test(text) || isPlausible(reading)) return reading;
  }
  if (typeof date === 'number' ? Number.isFinite(date) : digits.test(text))
    return readUnixTime(Number(text), text);
  const iso = isoDate.exec(text)?.groups;
  if (iso) return readCivilDate(iso, 'iso');
  const parts = dayAndMonth.exec(text)?.groups;
  return parts
    ? readDayAndMonth(parts)
    : (readShortYear(text) ?? readDotNetDate(text) ?? readNamedMonth(text));
}

function readNamedMonth(text: string): DateReading {
  if (text.length > maxDateLength) return { kind: 'unreadable' };
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

/** `5/1/24`, as spreadsheets show dates: every date that it could be, to choose from, even if it is one. */
function readShortYear(text: string): DateReading | undefined {
  const [, first = '', , second = '', third = '', time = ''] = shortYear.exec(text) ?? [];
  if (third === '') return undefined;
  const orders = [
    [third, first, second],
    [third, second, first],
    [first, second, third],
  ] as const;
  const dates = orders.flatMap(([year, month, day]) => {
    const reading = year.length === 2 ? readDate(`${fullYear(year)}-${month}-${day}${time}`) : undefined;
    return reading?.kind === 'seconds' && plausibleSeconds(reading.seconds)
      ? [isoDateOf(reading.seconds)]
      : [];
  });
  const [one, other, last] = [...new Set(dates)];
  if (one === undefined) return { kind: 'impossible' };
  if (other === undefined) return { kind: 'implausible', suggestion: one };
  return { kind: 'ambiguous', suggestions: last === undefined ? [one, other] : [one, other, last] };
}

/** As spreadsheets do: 30 to 99 are of the last century. */
function fullYear(year: string): string {
  return `${Number(year) < 30 ? 20 : 19}${year}`;
}

function readDotNetDate(text: string): DateReading | undefined {
  const milliseconds = dotNetDate.exec(text)?.[1];
  if (milliseconds === undefined) return undefined;
  const seconds = Math.floor(Number(milliseconds) / 1000);
  return { kind: 'implausible', suggestion: plausibleSeconds(seconds) ? isoDateOf(seconds) : undefined };
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
  return (hour % 12) + (half.toUpperCase().startsWith('P') ? 12 : 0);
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
