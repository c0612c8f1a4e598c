import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { TableError } from './table-issue.ts';
import { readTextRows, unquoted } from './text-rows.ts';

/** The rows that an import reads from the same text, header left out. */
async function imported(text: string) {
  const table = await readTable(async function* () {
    yield new TextEncoder().encode(text);
  });
  const rows: { line: number; cells: readonly unknown[] }[] = [];
  for await (const batch of table.batches()) rows.push(...batch.map(({ line, cells }) => ({ line, cells })));
  return rows;
}

function read(text: string) {
  const [, ...rows] = readTextRows(text).rows;
  return rows.map(({ line, bounds }) => ({ line, cells: cellsBetween(text, bounds) }));
}

function cellsBetween(text: string, bounds: readonly number[]): string[] {
  return Array.from({ length: bounds.length / 2 }, (_, cell) =>
    unquoted(text.slice(bounds[cell * 2], bounds[cell * 2 + 1])),
  );
}

const header = 'name,email,note';

test.each([
  ['plain rows', 'Ada,ada@example.com,x\nGrace,grace@example.com,y'],
  ['CRLF', 'Ada,ada@example.com,x\r\nGrace,grace@example.com,y\r\n'],
  ['blank lines', '\nAda,a@example.com,x\n\n\nGrace,g@example.com,y\n\n'],
  ['quotes and delimiters', '"Lovelace, Ada",a@example.com,"she said ""hi"""\n'],
  ['line breaks inside quotes', '"Ada\nLovelace",a@example.com,"a\r\nb"\nGrace,g@example.com,y'],
  ['empty quotes', '"",a@example.com,""\n'],
  ['a quote that closes early', '"Ada" L,a@example.com,"x""y"z\n'],
  ['a quote inside a cell', 'Ada "the first",a@example.com,5"\n'],
  ['empty cells', ',a@example.com,\n'],
  ['characters beyond the basic plane', '"😀 Ada",a@example.com,é\nGrace,g@example.com,"日\n本"\n'],
  ['a lone CR inside a cell', 'A\rda,a@example.com,x\nGrace,g@example.com,y'],
])('readTextRows: %s, as an import reads them', async (_, body) => {
  const text = `${body.includes('\r\n') ? `${header}\r` : header}\n${body}`;
  const rows = read(text);
  expect(rows).toEqual(await imported(text));
  expect(rows.length).toBeGreaterThan(0);
});

test('readTextRows: a table whose lines end in CR', async () => {
  const text = `${header}\rAda,a@example.com,x\r\rGrace,g@example.com,"y\rz"\r`;
  expect(read(text)).toEqual(await imported(text));
});

test('readTextRows: passes over the line that names the delimiter', async () => {
  const text = 'sep=;\r\nname;email\r\nAda;a@example.com\r\n';
  expect(read(text)).toEqual(await imported(text));
});

test('readTextRows: offsets count from the start of the text, a byte-order mark included', () => {
  const text = '\uFEFFname,email\n"A, B",ada@example.com';
  const [first, second] = readTextRows(text).rows;
  expect(first).toMatchObject({ line: 1, start: 1, end: 11, bounds: [1, 5, 6, 11] });
  expect(second).toMatchObject({ line: 2, start: 12, end: text.length, bounds: [12, 18, 19, text.length] });
});

test('readTextRows: finds the row whose quote is never closed', async () => {
  const text = `${header}\nAda,a@example.com,x\n"Grace,g@example.com,y\n`;
  expect(readTextRows(text)).toMatchObject({ openQuote: { line: 3, start: 36 } });
  await expect(imported(text)).rejects.toThrow(TableError);
});

test('readTextRows: any text of the characters that matter, as an import reads it', async () => {
  const parts = ['a', 'é', ',', '"', '""', '\n', ' ', '"b"', '"c,d"'];
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 500; round += 1) {
    const body = Array.from({ length: random(24) }, () => parts[random(parts.length)]).join('');
    const text = `name,email\n${body}`;
    const expected = await imported(text).catch((error: unknown) => error);
    const { openQuote } = readTextRows(text);
    if (openQuote) expect([text, expected]).toEqual([text, expect.objectContaining({ name: 'TableError' })]);
    else if (!(expected instanceof TableError)) expect([text, read(text)]).toEqual([text, expected]);
    else expect(['ragged-row', 'no-rows']).toContain(expected.issue.code);
  }
});
