import { expect, test } from 'vitest';
import { quote } from './quote.ts';

test('a short text is quoted whole', () => {
  expect(quote(' a\nb ')).toBe('"a b"');
});

test('a long text is cut within its quotes', () => {
  expect(quote('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
});
