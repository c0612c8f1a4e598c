import { expect, test } from 'vitest';
import { fencedJson } from './fenced-json.ts';

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
