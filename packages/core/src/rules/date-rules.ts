import { formatDate, quote } from '../customer/format.ts';
import { defineRule } from './rule.ts';

export const unreadableDate = defineRule({
  code: 'unreadable-date',
  severity: 'error',
  title: 'Unreadable date',
  why: 'A date is sent as UNIX seconds (documented); the kit reads those and ISO 8601.',
  example: '{"name": "Ada", "firstSeen": "01/05/2024"}',
  message: ({ text }: { text: string }) =>
    `Can't read the date ${quote(text)}. Examples: 2024-05-01, 2024-05-01T14:30:00Z, or UNIX seconds.`,
  *check({ dates }) {
    for (const { path, text, reading } of dates) if (reading.kind === 'unreadable') yield { path, text };
  },
});

export const impossibleDate = defineRule({
  code: 'impossible-date',
  severity: 'error',
  title: 'Date that does not exist',
  why: 'A day such as 30 February would be stored as another day, or rejected.',
  example: '{"name": "Ada", "firstSeen": "2024-02-30"}',
  message: ({ text }: { text: string }) =>
    `The date ${quote(text)} does not exist. Use a date between 1970 and 5138.`,
  *check({ dates }) {
    for (const { path, text, reading } of dates) if (reading.kind === 'impossible') yield { path, text };
  },
});

export const dateInMilliseconds = defineRule({
  code: 'date-in-milliseconds',
  severity: 'error',
  title: 'Date in milliseconds',
  why: "A date is sent in seconds (documented). Milliseconds, as from JavaScript's `Date.now()`, would be stored as a date tens of thousands of years ahead.",
  example: '{"name": "Ada", "firstSeen": 1603885746000}',
  message: ({ suggestion }: { text: string; suggestion: string }) =>
    `This date is in milliseconds. In seconds: ${suggestion} (${formatDate(Number(suggestion))}).`,
  *check({ dates }) {
    for (const { path, text, reading } of dates) {
      if (reading.kind === 'milliseconds') yield { path, text, suggestion: String(reading.seconds) };
    }
  },
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
  *check({ dates }, { now }) {
    for (const { path, reading } of dates) {
      if (reading.kind !== 'seconds' || reading.seconds <= now / 1000 + futureToleranceSeconds) continue;
      yield { path, seconds: reading.seconds };
    }
  },
});

export const dateWithoutZone = defineRule({
  code: 'date-without-zone',
  severity: 'advice',
  title: 'Date without a time zone',
  why: 'HelpCrunch stores a moment, not a local time. Add Z or an offset such as +02:00 to be exact.',
  example: '{"name": "Ada", "firstSeen": "2020-10-28 12:49"}',
  message: ({ seconds }: { seconds: number }) => `No time zone, so UTC is used: ${formatDate(seconds)}.`,
  *check({ dates }) {
    for (const { path, reading } of dates) {
      if (reading.kind === 'seconds' && reading.zone === 'assumed') yield { path, seconds: reading.seconds };
    }
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
  *check({ dates }) {
    for (const { path, reading } of dates) {
      if (reading.kind === 'seconds' && reading.fraction) yield { path, seconds: reading.seconds };
    }
  },
});
