import { expect, test } from 'vitest';
import { allFixed, codesIn } from '../../test/actions.ts';
import { documentOf, now } from '../../test/documents.ts';
import { fixAll, maxFixAllCharacters } from './code-actions.ts';
import { createDocumentValidator } from './issues.ts';
import { parseDocument } from './parsed-document.ts';

test('fix all: applies every certain fix at once', () => {
  const text = `{
  // copied from an answer
  "id": 5,
  "name": "Ada",
  "locale": "pt-br",
  "firstSeen": 1603885746000, // in ms
  "lastSeen": null,
  "userId": 12,
  "device": null
}`;
  expect(allFixed(text)).toBe(`{
  // copied from an answer
  "name": "Ada",
  "locale": "pt",
  "firstSeen": 1603885746, // in ms
  "userId": "12"
}`);
});

test('fix all: leaves guesses to the person', () => {
  expect(allFixed('{"email": "ada@gmial.com"}')).toBe('{"email": "ada@gmial.com"}');
});

test('fix all: two misspellings of a field do not become a duplicate key', () => {
  const after = allFixed('{"emial": "a@example.com", "e_mail": "b@example.com"}');
  expect(codesIn(after)).not.toContain('duplicate-key');
});

test('fix all: applies a fix that another fix makes possible', () => {
  expect(allFixed('{"name": "Ada", "labels": ["vip", "vip"]}')).toBe(
    '{"name": "Ada", "tags": [{ "name": "vip" }]}',
  );
});

test('fix all: keeps Windows line ends', () => {
  expect(allFixed('{\r\n  "name": "Ada",\r\n  "id": 5\r\n}\r\n')).toBe('{\r\n  "name": "Ada"\r\n}\r\n');
});

/** Fixes a text, and counts the characters that are validated for it. */
function countedFixAll(text: string) {
  const validate = createDocumentValidator(
    () => now,
    () => '1',
  );
  const validated = new Set<string>();
  const parsed = parseDocument(documentOf(text));
  const change =
    parsed &&
    fixAll(parsed, (document) => {
      validated.add(document.text);
      return validate(document);
    });
  return { change, characters: [...validated].reduce((sum, { length }) => sum + length, 0) };
}

test('fix all: a document with 71,000 unknown fields is fixed', () => {
  const fields = Array.from({ length: 71_000 }, (_, index) => `"field${index}": ${index}`).join(', ');
  const { change, characters } = countedFixAll(`{"userId": 7, ${fields}}`);
  expect(change?.text).toBe('"7"');
  expect(characters).toBeLessThan(maxFixAllCharacters * 2);
});

test('fix all: a document that needs many passes takes a limited number of characters', () => {
  const fields = Array.from({ length: 60_000 }, () => '{"name": "t"}').join(',');
  const { change, characters } = countedFixAll(`{"name": "Ada", "tags": [${fields}]}`);
  expect(change).toBeDefined();
  expect(characters).toBeLessThan(maxFixAllCharacters * 2);
});

test('fix all: leaves a document over the limit as it is', () => {
  const { change } = countedFixAll(`{"userId": 7, "notes": "${'x'.repeat(maxFixAllCharacters)}"}`);
  expect(change).toBeUndefined();
});
