import { expect, test } from 'vitest';
import { chosenText, type DocumentView, fencedJson } from './text-pieces.ts';

const piecesOf = (view: DocumentView) => chosenText(view).pieces;

const cursor = (start: number) => [{ start, end: start }];

test('chosenText: takes every selection except blank ones', () => {
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

test('chosenText: leaves out the comma after the selected lines of a list', () => {
  const text = '[\n {"name": "Ada"},\n]';
  expect(piecesOf({ text, languageId: 'json', selections: [{ start: 2, end: 19 }] })).toEqual([
    { offset: 2, text: ' {"name": "Ada"}' },
  ]);
});

test('chosenText: takes the whole of a JSON document without a selection, untouched', () => {
  const text = '\r\n // Ada\r\n{"name": "🙂 Ada",}\r\n';
  expect(piecesOf({ text, languageId: 'jsonc', selections: cursor(0) })).toEqual([{ offset: 0, text }]);
});

test('chosenText: takes an untitled text that begins like JSON', () => {
  expect(piecesOf({ text: ' {"name": ""}', languageId: 'plaintext', selections: cursor(0) })).toHaveLength(1);
});

test('chosenText: finds nothing in text that is not JSON', () => {
  expect(piecesOf({ text: 'const a = 1;', languageId: 'typescript', selections: cursor(0) })).toEqual([]);
});

const markdown =
  '# Ada\n\n```json\n{"name": "Ada"}\n```\n\n~~~jsonc\n{"name": "Bob"}\n~~~\n\n```js\n{}\n```\n';

test('chosenText: takes the fenced block at the cursor in Markdown', () => {
  const selections = cursor(markdown.indexOf('Bob'));
  expect(piecesOf({ text: markdown, languageId: 'markdown', selections })).toEqual([
    { offset: markdown.indexOf('{"name": "Bob"}'), text: '{"name": "Bob"}\n' },
  ]);
});

test('chosenText: takes every block of JSON in Markdown with the cursor elsewhere', () => {
  const pieces = piecesOf({ text: markdown, languageId: 'markdown', selections: cursor(0) });
  expect(pieces.map(({ text }) => text)).toEqual(['{"name": "Ada"}\n', '{"name": "Bob"}\n']);
});

test('fencedJson: counts CRLF and indentation in offsets', () => {
  const text = '- a\r\n  ```json\r\n  {"name": "Ada"}\r\n  ```\r\n';
  expect(fencedJson(text)).toEqual([{ offset: 16, text: '  {"name": "Ada"}\r\n' }]);
});

test('fencedJson: does not end a block at a shorter fence', () => {
  expect(fencedJson('````json\n```\n{}\n````\n')).toEqual([{ offset: 9, text: '```\n{}\n' }]);
});

test('fencedJson: takes a block that is not closed to the end', () => {
  expect(fencedJson('```json\n{}')).toEqual([{ offset: 8, text: '{}' }]);
});
