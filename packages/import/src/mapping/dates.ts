/** How the dates of one column are written. */
export const dateFormats = ['iso', 'unix', 'unix-ms', 'dmy', 'mdy', 'serial'] as const;
export type DateFormat = (typeof dateFormats)[number];

/** What people call each. */
export const dateFormatLabels: Readonly<Record<DateFormat, string>> = {
  iso: 'ISO 8601',
  unix: 'UNIX seconds',
  'unix-ms': 'UNIX milliseconds',
  dmy: 'Day first',
  mdy: 'Month first',
  serial: 'Spreadsheet days',
};

/** Spreadsheet days from 1995 to 2099, and UNIX times from 1995 to 2099: smaller or larger numbers are no dates. */
const [firstSerial, lastSerial] = [34_700, 73_050];
const [firstSecond, lastSecond] = [788_918_400, 4_102_444_800];

const iso = /^\d{4}-?\d\d-?\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$/i;
const parts =
  /^(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})\k<mark>(?<year>\d{4})(?:,? (?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d))?(?: ?(?<half>AM|PM))?)?$/i;

/** The formats in which a text can be read as a date. */
export function formatsOf(text: string): readonly DateFormat[] {
  if (/^\d+(?:\.\d+)?$/.test(text)) return formatsOfNumber(Number(text));
  if (iso.test(text)) return ['iso'];
  const { one, two } = parts.exec(text)?.groups ?? {};
  if (one === undefined || two === undefined) return [];
  return [
    ...(isDayAndMonth(one, two) ? (['dmy'] as const) : []),
    ...(isDayAndMonth(two, one) ? (['mdy'] as const) : []),
  ];
}

function formatsOfNumber(value: number): readonly DateFormat[] {
  if (value >= firstSecond && value < lastSecond) return ['unix'];
  if (value >= firstSecond * 1000 && value < lastSecond * 1000) return ['unix-ms'];
  if (value >= firstSerial && value < lastSerial) return ['serial'];
  // ISO 8601 without dashes.
  return iso.test(String(value)) ? ['iso'] : [];
}

function isDayAndMonth(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

/** True for what exports write instead of "no date". */
export function isZeroDate(text: string): boolean {
  return /^0+$/.test(text) || /^0{4}-0{2}-0{2}/.test(text);
}

/**
 * A date of the column as core reads it: ISO 8601, or UNIX seconds as digits. What does not fit the format is returned
 * as it is, for core to validate.
 */
export function toReadableDate(text: string, format: DateFormat): string {
  if (!formatsOf(text).includes(format)) return text;
  switch (format) {
    case 'iso':
    case 'unix':
      return text;
    case 'unix-ms':
      return String(Math.floor(Number(text) / 1000));
    case 'serial':
      return isoOf(Math.round((Number(text) - 25_569) * 86_400_000), text.includes('.'));
    case 'dmy':
    case 'mdy':
      return isoOfParts(text, format);
    default: {
      const unreachable: never = format;
      return unreachable;
    }
  }
}

function isoOf(milliseconds: number, hasTime: boolean): string {
  const text = new Date(milliseconds).toISOString();
  return hasTime ? `${text.slice(0, 19)}Z` : text.slice(0, 10);
}

function isoOfParts(text: string, format: 'dmy' | 'mdy'): string {
  const {
    one = '',
    two = '',
    year = '',
    hour,
    minute = '00',
    second = '00',
    half,
  } = parts.exec(text)?.groups ?? {};
  const [day, month] = format === 'dmy' ? [one, two] : [two, one];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (hour === undefined) return date;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${date}T${String(hours).padStart(2, '0')}:${minute}:${second}Z`;
}
