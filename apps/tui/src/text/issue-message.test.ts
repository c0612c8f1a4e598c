import { readCustomerText } from '@helpcrunch-customer-kit/core';
import { expect, test } from 'vitest';
import { terminalSentence, withPlaces } from './issue-message.ts';

function sentences(text: string): string[] {
  return withPlaces(text, readCustomerText(text).issues).map(terminalSentence);
}

test.each([
  ['{\n  "name": "Ada"\n  "email": "a@b.cd"\n}', 'Invalid JSON: expected a comma (line 3, column 3).'],
  ['{\r\n"name": \r\n}', 'Invalid JSON: expected a value (line 3, column 1).'],
  ['{"name": x}', /\(line 1, column 10\)\.$/u],
])('%j: the place is said', (text, sentence) => {
  expect(sentences(text)[0]).toEqual(
    typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  );
});

test('a list says what can be done about it', () => {
  expect(sentences('[{}, {}]')).toEqual([
    'This is a list of 2 customers. Keep one of them, without the list around it, or use the import command.',
  ]);
});

test('any other issue keeps its sentence', () => {
  expect(sentences('{"name": 5}')).toEqual(['Name must be text in quotes, not a number.']);
});
