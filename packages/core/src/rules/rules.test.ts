import { printParseErrorCode } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { issuesOfExample } from '../../scripts/docs/issues-of-example.ts';
import { validate } from '../../test/validate.ts';
import { hiddenIssuesMessage, refused } from './customer-rules.ts';
import { syntaxMessages } from './json-rules.ts';
import { issueMessage, rules } from './rules.ts';

const examples = rules.flatMap(({ code, example }) => (example === undefined ? [] : [{ code, example }]));

function messagesOf(customer: object): string[] {
  return validate(customer).map(issueMessage);
}

test.each(examples)('the example of $code has this issue and no other', ({ code, example }) => {
  const { asOne, inFile } = issuesOfExample(example);
  const codes = [...asOne, ...inFile].map((issue) => issue.code);
  // Only a list shows what two customers have in common, and a list is an issue of its own.
  expect(new Set(codes.filter((found) => found !== 'list-of-customers' || code === found))).toEqual(
    new Set([code]),
  );
});

test('rules: only issues that no short text has give a sample instead of an example', () => {
  const withoutExample = rules.filter(({ example }) => example === undefined);
  expect(withoutExample.map(({ code }) => code).sort()).toEqual([
    'many-customers',
    'more-issues',
    'refused',
    'too-large',
  ]);
  expect(withoutExample.filter(({ sample }) => sample === undefined)).toEqual([]);
});

test('rules: every code is unique', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

test.each(rules)('$code has a title and a reason', ({ title, why }) => {
  expect([title, why]).toEqual([expect.stringMatching(/^[A-Z].*[^.]$/), expect.stringMatching(/\.$/)]);
});

test.each([
  [{ name: 5 }, 'Name must be text in quotes, not a number.'],
  [{ name: 'Ada', tags: ['vip'] }, 'Tag 1 must be an object such as {"name": "vip"}, not text in quotes.'],
  [{ name: 'Ada', tags: 'vip' }, 'Tags must be a list such as [{"name": "vip"}], not text in quotes.'],
  [{ name: 'Ada', tags: [{ name: 5 }] }, 'The name of tag 1 must be text in quotes, not a number.'],
  [{ name: 'Ada', customData: 5 }, 'Custom data must be an object or a list, not a number.'],
  [{ name: 'Ada', customData: [5] }, 'An entry of custom data must be an object, not a number.'],
  [{ emial: 'a@b.cd', name: 'Ada' }, 'The field "emial" is unknown and is not sent. Did you mean "email"?'],
  [
    { mood: 'fine', name: 'Ada' },
    'The field "mood" is unknown and is not sent. Put your own attributes in customData.',
  ],
  [{ name: 'Ada', tags: [{ name: 'vip', mood: 1 }] }, 'The field "mood" is unknown and is not sent.'],
  [
    { name: 'Ada', firstSeen: 1603885746000 },
    'This date is in milliseconds. In seconds: 1603885746 (2020-10-28 11:49:06 UTC).',
  ],
  [{ name: 'Ada', locale: 'pt-br' }, 'Not an ISO 639-1 language code: "pt-br". Did you mean "pt"?'],
])('issueMessage: %j has one message', (customer, message) => {
  expect(messagesOf(customer)).toEqual([message]);
});

test.each([
  [[], 'This list is empty. A customer is an object. Example: {"name": "Ada"}'],
  [[{ name: 'Ada' }], 'This is a list with one customer. Take the customer out of the list.'],
  [{ data: [{}, {}], total: 2 }, 'This is a list of 2 customers. Choose one of them.'],
])('issueMessage: the list %j has its own message', (customers, message) => {
  expect(messagesOf(customers)).toEqual([message]);
});

test.each([
  ['The email\nis bad.\u001b[2J', undefined, 'HelpCrunch says: The email is bad. [2J'],
  ['', 'strange\ncode', 'HelpCrunch rejected this: "strange code".'],
  ['', undefined, 'HelpCrunch rejected this without a reason.'],
  ['', 'invalid_userId_value', 'HelpCrunch rejected this user ID: it is taken or malformed.'],
])('issueMessage: a refusal with the text %j and the code %s', (message, apiCode, expected) => {
  expect(issueMessage(refused.at('', { message, apiCode }))).toBe(expected);
});

test('issueMessage: a very long refusal is cut', () => {
  const message = 'no '.repeat(1000);
  expect(issueMessage(refused.at('', { message, apiCode: undefined })).length).toBeLessThan(330);
});

test('hiddenIssuesMessage: names how many issues are not shown', () => {
  expect(hiddenIssuesMessage(1000, 4312)).toBe(
    'Only the first 1000 of 4312 issues are shown. Fix some of them to see the rest.',
  );
});

const parserCodes = Array.from({ length: 32 }, (_, code) => printParseErrorCode(code)).filter(
  (name) => !name.startsWith('<'),
);

test.each([...new Set(parserCodes)])('not-json: the parser code %s has a message', (name) => {
  expect(syntaxMessages[name]).toEqual(expect.any(String));
});

test('not-json: an unknown parser code has a general message', () => {
  expect(
    issueMessage({
      code: 'not-json',
      severity: 'error',
      path: '',
      offset: 0,
      length: 1,
      parserCode: 'New',
      detail: undefined,
    }),
  ).toBe('Invalid JSON: this cannot be read.');
});
