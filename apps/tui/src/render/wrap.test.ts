import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { wrap } from './layout.ts';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 13, ['one two three']],
  ['a-very-long-word is', 6, ['a-very', '-long-', 'word', 'is']],
  ['漢字漢字 漢字', 5, ['漢字', '漢字', '漢字']],
  ['', 5, ['']],
])('%j in %i cells is %j', (text, width, rows) => {
  expect(wrap(text, width)).toEqual(rows);
});

test('no row is too wide, and not a letter is lost', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '漢', '👩‍👩‍👧', 'e\u0301', '.'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const rows = wrap(text, width);
      for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(width);
      // What is drawn may be composed; it looks the same.
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', '').normalize());
    }),
  );
});
