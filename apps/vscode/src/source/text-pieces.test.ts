import { expect, test } from 'vitest';
import { fencedJson, piecesOf } from './text-pieces.ts';

const cursor = (start: number) => [{ start, end: start }];

test('every selection counts, blank ones do not', () => {
  const text = '{"name": "Ada"} and {"name": "Bob"}   ';
  const selections = [
    { start: 0, end: 15 },
    { start: 20, end: 35 },
    { start: 35, end: 38 },
  ];
  expect(piecesOf({ text, languageId: 'plaintext', selections })).toEqual([
    { offset: 0, text: '{"name": "Ada"}' },
    { offset: 20, text: '{"name": "Bob"}' },
  ]);
});

test('a comma that came along with the lines of a list is left out', () => {
  const text = '[\n {"name": "Ada"},\n]';
  expect(piecesOf({ text, languageId: 'json', selections: [{ start: 2, end: 19 }] })).toEqual([
    { offset: 2, text: ' {"name": "Ada"}' },
  ]);
});

test('without a selection the whole of a JSON document counts, untouched', () => {
  const text = '\r\n // Ada\r\n{"name": "🙂 Ada",}\r\n';
  expect(piecesOf({ text, languageId: 'jsonc', selections: cursor(0) })).toEqual([{ offset: 0, text }]);
});

test('an untitled text that opens like JSON is JSON', () => {
  expect(piecesOf({ text: ' {"name": ""}', languageId: 'plaintext', selections: cursor(0) })).toHaveLength(1);
});

test('text that is no JSON at all holds nothing', () => {
  expect(piecesOf({ text: 'const a = 1;', languageId: 'typescript', selections: cursor(0) })).toEqual([]);
});

const markdown =
  '# Ada\n\n```json\n{"name": "Ada"}\n```\n\n~~~jsonc\n{"name": "Bob"}\n~~~\n\n```js\n{}\n```\n';

test('in Markdown the fenced block around the cursor counts', () => {
  const selections = cursor(markdown.indexOf('Bob'));
  expect(piecesOf({ text: markdown, languageId: 'markdown', selections })).toEqual([
    { offset: markdown.indexOf('{"name": "Bob"}'), text: '{"name": "Bob"}\n' },
  ]);
});

test('in Markdown with the cursor elsewhere every block of JSON counts', () => {
  const pieces = piecesOf({ text: markdown, languageId: 'markdown', selections: cursor(0) });
  expect(pieces.map(({ text }) => text)).toEqual(['{"name": "Ada"}\n', '{"name": "Bob"}\n']);
});

test('offsets count CRLF and indentation', () => {
  const text = '- a\r\n  ```json\r\n  {"name": "Ada"}\r\n  ```\r\n';
  expect(fencedJson(text)).toEqual([{ offset: 16, text: '  {"name": "Ada"}\r\n' }]);
});

test('a shorter fence inside does not end a block', () => {
  expect(fencedJson('````json\n```\n{}\n````\n')).toEqual([{ offset: 9, text: '```\n{}\n' }]);
});

test('a block that is not closed goes to the end', () => {
  expect(fencedJson('```json\n{}')).toEqual([{ offset: 8, text: '{}' }]);
});
