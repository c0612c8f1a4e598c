import { expect, test } from 'vitest';
import { allFixed, codesIn } from '../../../test/actions.ts';

test('everything that has one right answer is put right at once', () => {
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

test('what may be right all the same is left to the person', () => {
  expect(allFixed('{"email": "ada@gmial.com"}')).toBe('{"email": "ada@gmial.com"}');
});

test('two slips for one field do not become the same key twice', () => {
  const after = allFixed('{"emial": "a@example.com", "e_mail": "b@example.com"}');
  expect(codesIn(after)).not.toContain('duplicate-key');
});

test('a fix that another one makes possible is made, too', () => {
  expect(allFixed('{"name": "Ada", "labels": ["vip", "vip"]}')).toBe(
    '{"name": "Ada", "tags": [{ "name": "vip" }]}',
  );
});

test('line ends of Windows stay as they are', () => {
  expect(allFixed('{\r\n  "name": "Ada",\r\n  "id": 5\r\n}\r\n')).toBe('{\r\n  "name": "Ada"\r\n}\r\n');
});
