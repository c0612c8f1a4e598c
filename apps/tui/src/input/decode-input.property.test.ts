import { StringDecoder } from 'node:string_decoder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeInput, initialDecoder } from './decode-input.ts';
import { editLine, type Line, lineOf } from './edit-line.ts';
import { intentAt } from './intent.ts';

/** Whatever a terminal may send, in pieces that mean something and in pieces that do not. */
const input = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('e\u0301', '\u0301', '👩‍👩‍👧', '🇺🇦', '🇦', '漢字', 'नि', '\u200d'),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          ...['\u007f', '\b', '\u0001', '\u0005', '\u0017', '\u000b', '\u0015', '\u0019', '\u001f', '\u0004'],
          ...[
            '\u001b[D',
            '\u001b[C',
            '\u001bOD',
            '\u001b[1;5D',
            '\u001bb',
            '\u001bf',
            '\u001bd',
            '\u001b\u007f',
          ],
          ...[
            '\u001b\u001b[D',
            '\u001b[3~',
            '\u001b[[A',
            '\u001b[?1;2c',
            '\u001b',
            '\u001b\u001b',
            '\r',
            '\r\n',
          ],
        ),
      },
      {
        weight: 1,
        arbitrary: fc
          .string({ unit: 'grapheme', maxLength: 20 })
          .map((text) => `\u001b[200~${text}\r\nx\u001b[31m\u001b[201~`),
      },
      {
        weight: 1,
        arbitrary: fc.string({ unit: fc.constantFrom('\u001b', '[', 'O', '~', ';', '2', '\r', '\n', 'a') }),
      },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.from(pieces.join('')));

interface Read {
  readonly line: Line;
  readonly keys: readonly string[];
}

/** The line after the bytes came in chunks of these lengths, and the keys that mean nothing to a line. */
function read(bytes: Buffer, lengths: readonly number[]): Read {
  const utf8 = new StringDecoder('utf8');
  const keys: string[] = [];
  let decoder = initialDecoder;
  let line = lineOf('');
  let from = 0;
  for (const length of [...lengths, bytes.length]) {
    const decoded = decodeInput(decoder, utf8.write(bytes.subarray(from, from + length)));
    decoder = decoded.state;
    from += length;
    for (const event of decoded.events) {
      const edited = editLine(line, intentAt('line', event), { lines: false });
      if (edited) line = edited;
      else keys.push(event.kind === 'key' ? event.name : event.kind);
    }
  }
  return { line, keys };
}

test('the same bytes give the same line, however they are cut', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(input, lengths, (bytes, cut) => {
      expect(read(bytes, cut)).toEqual(read(bytes, []));
    }),
    { numRuns: 10_000 },
  );
});

test('whatever comes in, the line stays well-formed and its caret between graphemes', () => {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  fc.assert(
    fc.property(input, (bytes) => {
      const { text, caret } = read(bytes, []).line;
      expect(text.isWellFormed()).toBe(true);
      const boundaries = [...graphemes.segment(text)].map(({ index }) => index);
      expect([...boundaries, text.length]).toContain(caret);
      expect(text).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 10_000 },
  );
});
