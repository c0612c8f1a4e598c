/** 1995-01-01: customers were first seen after it, and digits that mean an earlier moment mean something else. */
export const plausibleStart = 788_918_400;
/** 2100-01-01. */
const plausibleEnd = 4_102_444_800;

export function plausibleSeconds(seconds: number): boolean {
  return seconds >= plausibleStart && seconds < plausibleEnd;
}

const secondsPerDay = 86_400;
/** Day 0 of spreadsheets, 1899-12-30, in days before 1970. */
const spreadsheetEpochDays = 25_569;
/** 1980-01-01 as a day of a spreadsheet; fewer days are counted from 1970. */
const firstSpreadsheetDay = 29_221;

const ticksPerSecond = 10_000_000;
/** Windows counts from 1601, .NET from the year 1. */
const [secondsFrom1601, secondsFrom1] = [11_644_473_600, 62_135_596_800];

/**
 * The date that digits most likely mean when they are implausible as UNIX seconds: a year, a day of a spreadsheet, days or
 * minutes since 1970, compact digits with a time, micro- and nanoseconds, or the ticks of Windows and .NET. `44133` →
 * `2020-10-28`. The ranges do not overlap.
 */
export function guessUnit(number: number, text: string): string | undefined {
  if (/^\d{4}$/.test(text) && number >= 1995 && number < 2100) return `${text}-01-01`;
  const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/.exec(text);
  if (compact) return dateOf(Date.parse(isoText(compact)) / 1000);
  const days = number >= firstSpreadsheetDay ? number - spreadsheetEpochDays : number;
  // 2100 in days of a spreadsheet.
  if (number >= 9131 && number < 73_051) return dateOf(Math.round(days * secondsPerDay));
  // Eight digits that begin like a year are a mistyped date.
  const minutes = /^(?:19|20)\d{6}$/.test(text) ? Number.NaN : number * 60;
  const candidates = [
    minutes,
    number / 1_000_000,
    number / 1_000_000_000,
    number / ticksPerSecond - secondsFrom1601,
    number / ticksPerSecond - secondsFrom1,
  ];
  const seconds = candidates.find(plausibleSeconds);
  return seconds === undefined ? undefined : dateOf(Math.floor(seconds));
}

function isoText([, year, month, day, hour, minute, second = '00']: readonly (string | undefined)[]): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function dateOf(seconds: number): string | undefined {
  return seconds >= 0 && seconds < plausibleEnd ? isoDateOf(seconds) : undefined;
}

/** `2020-10-28` at midnight, otherwise with its time: `2020-10-28T11:49:06Z`. */
export function isoDateOf(seconds: number): string {
  const iso = new Date(seconds * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.replace('.000Z', 'Z');
}
