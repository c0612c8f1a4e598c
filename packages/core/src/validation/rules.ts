import { dateInMilliseconds } from './rules/date-in-milliseconds.ts';
import { dateWithoutZone } from './rules/date-without-zone.ts';
import { duplicateProperty } from './rules/duplicate-property.ts';
import { duplicateTag } from './rules/duplicate-tag.ts';
import { emailTypo } from './rules/email-typo.ts';
import { emptyCustomer } from './rules/empty-customer.ts';
import { entryWithoutProperty } from './rules/entry-without-property.ts';
import { forbiddenProperty } from './rules/forbidden-property.ts';
import { fractionOfSecond } from './rules/fraction-of-second.ts';
import { futureDate } from './rules/future-date.ts';
import { hiddenText } from './rules/hidden-text.ts';
import { impossibleDate } from './rules/impossible-date.ts';
import { inexactValue } from './rules/inexact-value.ts';
import { invalidEmail } from './rules/invalid-email.ts';
import { keyLikeText } from './rules/key-like-text.ts';
import { loneSurrogate } from './rules/lone-surrogate.ts';
import { longText } from './rules/long-text.ts';
import { noIdentity } from './rules/no-identity.ts';
import { sourceNotUrl } from './rules/source-not-url.ts';
import { tagWithoutName } from './rules/tag-without-name.ts';
import { unknownColor } from './rules/unknown-color.ts';
import { unknownLocale } from './rules/unknown-locale.ts';
import { unreadableDate } from './rules/unreadable-date.ts';

/** Every rule a draft is judged by. */
export const rules = [
  emptyCustomer,
  noIdentity,
  invalidEmail,
  emailTypo,
  unreadableDate,
  impossibleDate,
  dateInMilliseconds,
  futureDate,
  dateWithoutZone,
  fractionOfSecond,
  sourceNotUrl,
  unknownLocale,
  tagWithoutName,
  unknownColor,
  duplicateTag,
  entryWithoutProperty,
  duplicateProperty,
  forbiddenProperty,
  inexactValue,
  longText,
  loneSurrogate,
  keyLikeText,
  hiddenText,
] as const;

type Found<Judge> = Judge extends (...context: never[]) => Iterable<infer Issue> ? Issue : never;

export type RuleIssue = Found<(typeof rules)[number]>;
