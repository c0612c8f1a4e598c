import { readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { terminalMessage, withPlaces } from './issue-message.ts';

function messages(text: string): string[] {
  return withPlaces(text, readCustomerText(text).issues).map(terminalMessage);
}

test.each([
  ['{\n  "name": "Ada"\n  "email": "a@b.cd"\n}', 'Invalid JSON: expected a comma (line 3, column 3).'],
  ['{\r\n"name": \r\n}', 'Invalid JSON: expected a value (line 3, column 1).'],
  ['{"name": x}', /\(line 1, column 10\)\.$/u],
])('%j: the place is reported', (text, message) => {
  expect(messages(text)[0]).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test('a list says what can be done about it', () => {
  expect(messages('[{}, {}]')).toEqual([
    'This is a list of 2 customers. Keep one of them, without the list around it, or use the import command.',
  ]);
});

test('any other issue keeps its sentence', () => {
  expect(messages('{"name": 5}')).toEqual(['Name must be text in quotes, not a number.']);
});
