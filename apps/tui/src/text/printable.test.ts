import { readCustomerText, terminalControls } from '@helpcrunch-customer-kit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markControls, printable, stripControls, terminalMessage, withPlaces } from './printable.ts';

test.each([
  ['colors and movements', '\u001b[31mred\u001b[0m\u001b[2J\u001b[1;1H', 'red'],
  ['titles and links', '\u001b]0;title\u0007a\u001b]8;;https://example.com\u001b\\b\u001b]8;;\u001b\\', 'ab'],
  ['an escape on its own', 'a\u001bcb', 'ab'],
  ['C1 controls', 'a\u0085b\u009b1mc', 'abc'],
  ['bells, backspaces and deletes', 'a\u0007\b\u007fb', 'ab'],
  ['turns of the direction', 'a\u202eb\u2066c\u2069\u200f\u061c', 'abc'],
])('%s are taken out', (_name, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('line breaks and tabs become blanks: one line stays one line', () => {
  expect(printable('a\r\nb\tc\u2028d\n\ne')).toBe('a b c d e');
});

test('letters of every script, and what joins them, stay', () => {
  const text = 'Ada Лавлейс 漢字 👩‍👩‍👧 नि \u200dx';
  expect(printable(text)).toBe(text);
});

test('printable, stripControls, markControls: any text steers no terminal', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.nat(0x2070)).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom('\u001b', '[', ']', '2J', '\u009b', '\u009d', '0;', '\u202e', 'a', '\n', '\u0007'),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(printable(given).match(terminalControls)).toBeNull();
      expect(stripControls(given).replaceAll('\n', '').match(terminalControls)).toBeNull();
      const marked = markControls(given);
      expect(marked.match(terminalControls)).toBeNull();
      expect(marked.length).toBe(given.length);
    }),
  );
});

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
