import * as character from './character-rules.ts';
import * as customData from './custom-data-rules.ts';
import * as customer from './customer-rules.ts';
import { refused } from './customer-rules.ts';
import * as date from './date-rules.ts';
import * as email from './email-rules.ts';
import * as json from './json-rules.ts';
import * as list from './list-rules.ts';
import { unknownLocale } from './locale-rules.ts';
import * as tag from './tag-rules.ts';
import * as text from './text-rules.ts';
import { sourceNotUrl } from './text-rules.ts';

/** Every rule, in the order of docs/rules.md. */
export const rules = [
  customer.notAnObject,
  customer.listOfCustomers,
  json.tooManyCustomers,
  customer.emptyCustomer,
  customer.noIdentity,
  customer.wrongType,
  customer.numberAsText,
  customer.unknownField,
  customer.readOnlyField,
  customer.moreIssues,
  email.invalidEmail,
  email.emailTypo,
  email.nameIsEmail,
  date.unreadableDate,
  date.impossibleDate,
  date.implausibleDate,
  date.ambiguousDate,
  date.dateInMilliseconds,
  date.futureDate,
  date.earlyDate,
  date.compactDate,
  date.dateWithoutZone,
  date.fractionOfSecond,
  text.noDigits,
  sourceNotUrl,
  unknownLocale,
  text.longText,
  tag.tagWithoutName,
  tag.unknownColor,
  tag.duplicateTag,
  customData.entryWithoutProperty,
  customData.duplicateProperty,
  customData.nestedCustomValue,
  list.duplicateUserId,
  list.duplicateEmail,
  json.notJson,
  json.tooLarge,
  json.tooDeep,
  json.duplicateKey,
  customData.inexactNumber,
  character.invisibleCharacter,
  character.replacementCharacter,
  character.placeholderText,
  character.shortenedNumber,
  text.loneSurrogate,
  customData.forbiddenKey,
  text.keyLikeText,
  text.hiddenText,
  text.unresolvedVariable,
  text.unknownVariable,
  refused,
] as const;

/** An issue that the kit found, or that HelpCrunch reported, at its place in what the person wrote. */
export type Issue = ReturnType<(typeof rules)[number]['at']>;
export type IssueCode = Issue['code'];

const messages = new Map<string, (facts: never, path: string) => string>(
  rules.map(({ code, message }) => [code, message]),
);

/** What is wrong, then what to do, in at most two short sentences. */
export function issueMessage(issue: Issue): string {
  const message = messages.get(issue.code);
  if (!message) throw new Error(`No rule has the code ${issue.code}.`);
  // The map pairs each code with the message of its own facts, which its type cannot express.
  return message(issue as never, issue.path);
}

/** Issues whose suggestion is the same value in the form that HelpCrunch takes: it loses nothing and guesses nothing. */
export const certainSuggestionCodes = [
  'unknown-locale',
  'unknown-color',
  'source-not-url',
  'date-in-milliseconds',
  'compact-date',
  'invisible-character',
] as const satisfies readonly Issue['code'][];

const codes: ReadonlySet<string> = new Set(certainSuggestionCodes);

/** What can be written in place of an issue's value without a person's decision; `undefined` where there is nothing. */
export function certainSuggestion(issue: Issue): string | undefined {
  if (!codes.has(issue.code) || !('suggestion' in issue)) return undefined;
  // A misspelled color may be another word.
  if (issue.code === 'unknown-color' && lettersOf(issue.color) !== lettersOf(issue.suggestion ?? '')) {
    return undefined;
  }
  return issue.suggestion;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
}
