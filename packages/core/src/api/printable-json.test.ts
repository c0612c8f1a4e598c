import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraries } from '../../test/arbitrary.ts';
import { terminalControls } from '../customer/format.ts';
import { printableJson } from './printable-json.ts';

test('printableJson: characters that a terminal obeys leave as escapes, and come back as they were (case 22)', () => {
  const value = { name: 'A\u009d0;x\u009cB\u202e\u007f\u001b[1m\u2028' };
  const line = printableJson(value);
  expect(line).toBe('{"name":"A\\u009d0;x\\u009cB\\u202e\\u007f\\u001b[1m\\u2028"}');
  expect(JSON.parse(line)).toEqual(value);
});

test('printableJson: keys are hidden in names and values', () => {
  const hide = (text: string) => text.replaceAll('a"key', '[hidden]');
  expect(printableJson({ 'a"key': ['a"key'] }, { hide })).toBe('{"[hidden]":["[hidden]"]}');
});

test('printableJson: any JSON says the same, on one line, and steers no terminal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), arbitraries(fc).text, (value, text) => {
      const written = { value, text, [text]: text };
      const line = printableJson(written);
      expect(line.match(terminalControls)).toBeNull();
      expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(written)));
      const lines = printableJson(written, { indent: 2 });
      expect(lines.replaceAll('\n', '').match(terminalControls)).toBeNull();
      expect(JSON.parse(lines)).toEqual(JSON.parse(line));
    }),
  );
});
