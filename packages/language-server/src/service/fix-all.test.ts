import { expect, test } from 'vitest';
import { allFixed, codesIn } from '../../test/actions.ts';

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
