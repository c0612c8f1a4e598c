import { TableError } from './table-issue.ts';

/**
 * How the bytes of a file become text, and text becomes bytes again. Tables are split as Latin-1, one character a byte:
 * delimiters, quotes and line breaks are ASCII in every encoding that is read, and what is not changed leaves byte for
 * byte as it came. Only UTF-16 is converted to UTF-8 first.
 */
export interface Encoding {
  /** A label of the Encoding Standard, such as `utf-8`. */
  readonly label: string;
  /** The file begins with a byte order mark. */
  readonly hasBom: boolean;
}

const utf16 = new Set(['utf-16le', 'utf-16be']);

/** Reads the encoding off the first bytes; `asked` is the label that the user gave. */
export function detectEncoding(start: Uint8Array, asked?: string): Encoding {
  const [a, b, c] = start;
  const kind = kindOf(start);
  if (kind) throw new TableError({ code: kind });
  const bom = a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : bomOfUtf16(a, b);
  if (asked !== undefined) {
    const label = labelOf(asked);
    return { label, hasBom: bom === label };
  }
  if (bom) return { label: bom, hasBom: true };
  if (!start.includes(0)) return { label: 'utf-8', hasBom: false };
  // In UTF-16 every other byte of ASCII text is zero, and hardly any other one.
  const zeros = [0, 1].map((odd) =>
    start.reduce((count, byte, at) => count + Number(byte === 0 && at % 2 === odd), 0),
  );
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < start.length / 4 || Math.min(even, odd) > start.length / 100) {
    throw new TableError({ code: 'binary' });
  }
  return { label: odd > even ? 'utf-16le' : 'utf-16be', hasBom: false };
}

/** How files begin that people take for tables. */
const beginnings: readonly (readonly [
  code: 'spreadsheet' | 'compressed' | 'binary',
  bytes: readonly number[],
])[] = [
  ['spreadsheet', [0x50, 0x4b]],
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['compressed', [0x1f, 0x8b]],
  ['binary', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

function kindOf(start: Uint8Array) {
  return beginnings.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte))?.[0];
}

function bomOfUtf16(a: number | undefined, b: number | undefined): string | undefined {
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

function labelOf(asked: string): string {
  try {
    return new TextDecoder(asked).encoding;
  } catch {
    throw new TableError({ code: 'unknown-encoding', encoding: asked });
  }
}

/** The bytes without their byte order mark, in the encoding that tables are split in. */
export async function* toSplittable(
  chunks: AsyncIterable<Uint8Array>,
  { label, hasBom }: Encoding,
): AsyncGenerator<Uint8Array> {
  if (!utf16.has(label)) {
    let skip = hasBom ? 3 : 0;
    for await (const chunk of chunks) {
      const rest = chunk.subarray(Math.min(skip, chunk.length));
      skip -= chunk.length - rest.length;
      if (rest.length > 0) yield rest;
    }
    return;
  }
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** The encoding of cells after `toSplittable`. */
export function cellEncoding({ label }: Encoding): string {
  return utf16.has(label) ? 'utf-8' : label;
}

/** Decodes Latin-1 cells, one character a byte, as text of an encoding. */
export function cellDecoder(encoding: Encoding): (cell: string, line: number) => string {
  const label = cellEncoding(encoding);
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  let isMixed = encoding.hasBom;
  return (cell, line) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the same in all of them.
    if (/^[\x00-\x7f]*$/.test(cell)) return cell;
    const bytes = latin1Bytes(cell);
    try {
      const text = decoder.decode(bytes);
      isMixed ||= label === 'utf-8';
      return text;
    } catch {
      throw new TableError({
        code: 'wrong-encoding',
        line,
        encoding: label,
        suggestion: guess(bytes),
        isMixed,
      });
    }
  };
}

/** Cyrillic text in windows-1251 is nearly all letters from 0xC0 on; Western text has a few among ASCII. */
function guess(bytes: Uint8Array): string {
  const letters = bytes.filter((byte) => byte >= 0xc0).length;
  const ascii = bytes.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
  return letters > ascii ? 'windows-1251' : 'windows-1252';
}

function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Encodes text for a file of an encoding; what it has no character for becomes `?`. */
export function textEncoder({ label }: Encoding): (text: string) => Uint8Array {
  if (label === 'utf-8') {
    const encoder = new TextEncoder();
    return (text) => encoder.encode(text);
  }
  if (utf16.has(label)) return (text) => utf16Bytes(text, label === 'utf-16le');
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const character = new TextDecoder(label).decode(Uint8Array.of(byte));
    if (!bytes.has(character)) bytes.set(character, byte);
  }
  return (text) => Uint8Array.from([...text], (character) => bytes.get(character) ?? 0x3f);
}

/** Turns splittable bytes back into those of the file. */
export function sourceBytes(encoding: Encoding): (splittable: Uint8Array) => Uint8Array {
  if (!utf16.has(encoding.label)) return (bytes) => bytes;
  const encode = textEncoder(encoding);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes) => encode(decoder.decode(bytes));
}

function utf16Bytes(text: string, isLittle: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(view.buffer);
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
