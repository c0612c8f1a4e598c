import { dateText } from '../date-text.ts';
import type { IssueWordsTable } from '../issue-words.ts';
import { quote } from '../quote.ts';

/** Words for e-mail, date, source, locale and long texts. */
export const fieldWords: IssueWordsTable<
  | 'invalid-email'
  | 'email-typo'
  | 'unreadable-date'
  | 'impossible-date'
  | 'date-in-milliseconds'
  | 'future-date'
  | 'date-without-zone'
  | 'fraction-of-second'
  | 'source-not-url'
  | 'unknown-locale'
  | 'long-text'
> = {
  'invalid-email': {
    title: 'No e-mail address',
    sentence: ({ address }) =>
      `${quote(address)} is no e-mail address; it needs a name, an @ and a domain such as example.com.`,
    why: 'HelpCrunch refuses what is no address (documented). Any plausible address passes here: plus signs, young and punycode domains.',
    example: '{"email": "ada.example.com"}',
  },
  'email-typo': {
    title: 'An e-mail address that looks mistyped',
    sentence: ({ suggestion }) => `Did you mean ${quote(suggestion)}?`,
    why: 'The domain is one or two letters away from one that very many people use. It may be right all the same.',
    example: '{"email": "ada@gmial.com"}',
  },
  'unreadable-date': {
    title: 'A date that cannot be read',
    sentence: ({ text }) =>
      `${quote(text)} cannot be read as a date; write 2024-05-01, 2024-05-01T14:30:00Z or UNIX seconds.`,
    why: 'The wire carries UNIX seconds (documented); the kit reads those and ISO 8601.',
    example: '{"name": "Ada", "firstSeen": "01/05/2024"}',
  },
  'impossible-date': {
    title: 'A date that does not exist',
    sentence: ({ text }) => `${quote(text)} is no date of the calendar between 1970 and 5138.`,
    why: 'A day such as 30 February would be stored as another one, or refused.',
    example: '{"name": "Ada", "firstSeen": "2024-02-30"}',
  },
  'date-in-milliseconds': {
    title: 'A date in milliseconds',
    sentence: ({ suggestion }) =>
      `This is in milliseconds; in seconds it is "${suggestion}" (${dateText(Number(suggestion))}).`,
    why: 'The wire carries seconds (documented). Milliseconds would be stored as a date tens of thousands of years ahead.',
    example: '{"name": "Ada", "firstSeen": 1603885746000}',
  },
  'future-date': {
    title: 'A date in the future',
    sentence: ({ seconds }) => `${dateText(seconds)} is still to come.`,
    why: 'firstSeen says when a customer first came. A date ahead is most likely a slip.',
    example: '{"name": "Ada", "firstSeen": "2099-01-01T00:00:00Z"}',
  },
  'date-without-zone': {
    title: 'A date without a time zone',
    sentence: ({ seconds }) => `No time zone is given, so UTC is taken: ${dateText(seconds)}.`,
    why: 'The wire carries a moment, not a wall clock. Add Z or an offset such as +02:00 to be exact.',
    example: '{"name": "Ada", "firstSeen": "2020-10-28 12:49"}',
  },
  'fraction-of-second': {
    title: 'A fraction of a second',
    sentence: ({ seconds }) => `The fraction of a second is not sent: ${dateText(seconds)}.`,
    why: 'The wire carries whole seconds (documented).',
    example: '{"name": "Ada", "firstSeen": "1607542030.713"}',
  },
  'source-not-url': {
    title: 'A source that is no URL',
    sentence: ({ suggestion }) =>
      suggestion === undefined
        ? 'The source is meant to be an absolute URL, such as https://example.com/pricing.'
        : `The source is meant to be an absolute URL; did you mean ${quote(suggestion)}?`,
    why: 'It is the URL where the customer first landed (documented); whether HelpCrunch checks it is not known.',
    example: '{"name": "Ada", "source": "example.com/pricing"}',
  },
  'unknown-locale': {
    title: 'A locale that ISO 639-1 does not have',
    sentence: ({ locale, suggestion }) =>
      suggestion === undefined
        ? `${quote(locale)} is no language of ISO 639-1; write two letters such as en, de or uk.`
        : `${quote(locale)} is no language of ISO 639-1; write "${suggestion}".`,
    why: 'The locale is a code of ISO 639-1 (documented): two small letters, no region.',
    example: '{"name": "Ada", "locale": "pt-br"}',
  },
  'long-text': {
    title: 'A long text',
    sentence: ({ characters, limit }) =>
      `This text has ${characters} characters; HelpCrunch has refused more than ${limit}.`,
    why: 'Notes and custom values over 255 characters have been refused in practice (seen, nowhere documented).',
    example: `{"name": "Ada", "notes": "${'Long story. '.repeat(22)}"}`,
  },
};
