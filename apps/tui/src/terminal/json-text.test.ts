import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test('jsonText: characters that a terminal obeys leave as escapes, and come back as they were (case 22)', () => {
  const value = { name: 'A\u009d0;x\u009cB\u202e\u007f\u001b[1m' };
  const line = jsonText(value, (text) => text);
  expect(line).toBe('{"name":"A\\u009d0;x\\u009cB\\u202e\\u007f\\u001b[1m"}');
  expect(JSON.parse(line)).toEqual(value);
});

test('jsonText: keys are hidden in names and values', () => {
  expect(jsonText({ 'a"key': ['a"key'] }, (text) => text.replaceAll('a"key', '[hidden]'))).toBe(
    '{"[hidden]":["[hidden]"]}',
  );
});
