import { plausibleStart } from '../customer/date-guesses.ts';
import type { DateSuggestions } from '../customer/dates.ts';
import { formatDate, quote } from '../customer/format.ts';
import { defineRule } from './rule.ts';

export const unreadableDate = defineRule({
  code: 'unreadable-date',
  severity: 'error',
  title: 'Unreadable date',
  why: 'A date is sent as UNIX seconds (documented); the kit reads those and ISO 8601.',
  example: '{"name": "Ada", "firstSeen": "next spring"}',
  message: ({ text }: { text: string }) =>
    `Can't read the date ${quote(text)}. Examples: 2024-05-01, 2024-05-01T14:30:00Z, or UNIX seconds.`,
  checkDate: ({ text, reading }) => (reading.kind === 'unreadable' ? { text } : undefined),
});

export const impossibleDate = defineRule({
  code: 'impossible-date',
  severity: 'error',
  title: 'Date that does not exist',
  why: 'A day such as 30 February would be stored as another day, or rejected.',
  example: '{"name": "Ada", "firstSeen": "2024-02-30"}',
  message: ({ text }: { text: string }) =>
    `The date ${quote(text)} does not exist. Use a date between 1970 and 5138.`,
  checkDate: ({ text, reading }) => (reading.kind === 'impossible' ? { text } : undefined),
});

export const dateInMilliseconds = defineRule({
  code: 'date-in-milliseconds',
  severity: 'error',
  title: 'Date in milliseconds',
  why: "A date is sent in seconds (documented). Milliseconds, as from JavaScript's `Date.now()`, would be stored as a date tens of thousands of years ahead.",
  example: '{"name": "Ada", "firstSeen": 1603885746000}',
  message: ({ suggestion }: { text: string; suggestion: string }) =>
    `This date is in milliseconds. In seconds: ${suggestion} (${formatDate(Number(suggestion))}).`,
  checkDate: ({ text, reading }) =>
    reading.kind === 'milliseconds' ? { text, suggestion: String(reading.seconds) } : undefined,
});

export const implausibleDate = defineRule({
  code: 'implausible-date',
  severity: 'error',
  title: 'Digits that are not a plausible date',
  why: 'Digits are UNIX seconds (documented). Years, days of a spreadsheet, and days or minutes since 1970 would be stored as a moment before 1995.',
  example: '{"name": "Ada", "firstSeen": 44133}',
  message: ({ text, suggestion }: { text: string; suggestion: string | undefined }) =>
    suggestion === undefined
      ? `Not a plausible date: ${quote(text)}. Examples: 2024-05-01, or UNIX seconds such as 1714521600`
      : `Not a plausible date: ${quote(text)}. Did you mean ${suggestion}?`,
  checkDate: ({ text, reading }) =>
    reading.kind === 'implausible' ? { text, suggestion: reading.suggestion } : undefined,
});

export const ambiguousDate = defineRule({
  code: 'ambiguous-date',
  severity: 'error',
  title: 'Date with two readings',
  why: 'Some countries write the day first, others the month. A year of two digits can be at either end.',
  example: '{"name": "Ada", "firstSeen": "01/05/2024"}',
  message: ({ text, suggestions }: { text: string; suggestions: DateSuggestions }) =>
    suggestions[2] === undefined
      ? `The date ${quote(text)} has two readings. Write ${suggestions.join(' or ')}.`
      : `The date ${quote(text)} has three readings. Write ${suggestions[0]}, ${suggestions[1]}, or ${suggestions[2]}.`,
  checkDate: ({ text, reading }) =>
    reading.kind === 'ambiguous' ? { text, suggestions: reading.suggestions } : undefined,
});

export const compactDate = defineRule({
  code: 'compact-date',
  severity: 'advice',
  title: 'Compact date',
  why: 'Eight digits in the form of a date are read as one (ISO 8601), although digits are UNIX seconds otherwise.',
  example: '{"name": "Ada", "firstSeen": "20201028"}',
  message: ({ suggestion }: { seconds: number; suggestion: string }) =>
    `Read as the date ${suggestion}. Write it like this to be clear.`,
  checkDate({ reading }) {
    if (reading.kind !== 'seconds' || reading.form !== 'compact') return undefined;
    const suggestion = new Date(reading.seconds * 1000).toISOString().replace('.000Z', 'Z');
    return { seconds: reading.seconds, suggestion };
  },
});

export const earlyDate = defineRule({
  code: 'early-date',
  severity: 'advice',
  title: 'Date before 1995',
  why: 'Few customers were first seen before the web existed.',
  example: '{"name": "Ada", "firstSeen": "1985-05-15T00:00:00Z"}',
  message: ({ seconds }: { seconds: number }) => `This date is before 1995: ${formatDate(seconds)}.`,
  checkDate: ({ field, reading }) =>
    field.isVisit && reading.kind === 'seconds' && reading.seconds < plausibleStart
      ? { seconds: reading.seconds }
      : undefined,
});

/** Clocks differ by seconds, and a date without a zone may be read up to 14 hours late. */
const futureToleranceSeconds = 14 * 3600;

export const futureDate = defineRule({
  code: 'future-date',
  severity: 'advice',
  title: 'Date in the future',
  why: 'First seen is when a customer first visited, so a future date is most likely a typo.',
  example: '{"name": "Ada", "firstSeen": "2099-01-01T00:00:00Z"}',
  message: ({ seconds }: { seconds: number }) => `This date is in the future: ${formatDate(seconds)}.`,
  checkDate: ({ field, reading }, { now }) =>
    field.isVisit && reading.kind === 'seconds' && reading.seconds > now / 1000 + futureToleranceSeconds
      ? { seconds: reading.seconds }
      : undefined,
});

export const dateWithoutZone = defineRule({
  code: 'date-without-zone',
  severity: 'advice',
  title: 'Date without a time zone',
  why: 'HelpCrunch stores a moment, not a local time. Add Z or an offset such as +02:00 to be exact.',
  example: '{"name": "Ada", "firstSeen": "2020-10-28 12:49"}',
  message: ({ seconds }: { seconds: number }) => `No time zone, so UTC is used: ${formatDate(seconds)}.`,
  checkDate({ reading }) {
    // The advice about a compact date shows its zone.
    const isAssumed = reading.kind === 'seconds' && reading.zone === 'assumed' && reading.form !== 'compact';
    return isAssumed ? { seconds: reading.seconds } : undefined;
  },
});

export const fractionOfSecond = defineRule({
  code: 'fraction-of-second',
  severity: 'advice',
  title: 'Fraction of a second',
  why: 'A date is sent in whole seconds (documented); webhooks add a fraction.',
  example: '{"name": "Ada", "firstSeen": "1607542030.713"}',
  message: ({ seconds }: { seconds: number }) =>
    `The fraction of a second is not sent: ${formatDate(seconds)}.`,
  checkDate: ({ reading }) =>
    reading.kind === 'seconds' && reading.fraction ? { seconds: reading.seconds } : undefined,
});
