import { createHash } from 'node:crypto';
import { type FastCheck, type FuzzTarget, holds } from '@helpcrunch-customer-kit/testing/fuzz-target';
import { checkRows } from '../../src/check/check-rows.ts';
import { mapColumns } from '../../src/mapping/mapping.ts';
import { cellText, profileColumns } from '../../src/mapping/profile.ts';
import { readTable } from '../../src/table/read-table.ts';
import type { SourceRow, TableOptions } from '../../src/table/table.ts';
import { TableError } from '../../src/table/table-issue.ts';

/** Bytes as a file that arrives in pieces of `size` bytes. */
function fileOf(bytes: Uint8Array, size: number) {
  return async function* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
}

/** A table read, mapped, and checked as far as it goes; the issue where it cannot be read. */
async function checked(bytes: Uint8Array, size: number, options: TableOptions = {}) {
  const rows: SourceRow[] = [];
  try {
    const table = await readTable(fileOf(bytes, size), options);
    for await (const batch of table.sourceBatches()) rows.push(...batch);
    const { columns, rows: count } = await profileColumns(table.header, table.batches());
    const { mapping } = mapColumns(columns, { unmapped: 'custom', zeroIsNoDate: true });
    let sent = 0;
    for await (const { plan, verdict } of checkRows(table, table.batches(), {
      mapping,
      hash,
      now: Date.UTC(2026, 0, 1),
    })) {
      sent += 1;
      holds(verdict !== 'ready' || plan.isReady, 'an invalid row is ready:', plan.issues);
    }
    holds(count === rows.length && sent === count, 'rows differ:', rows.length, count, sent);
    return { header: table.header, rows, issue: undefined };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    holds(/^[A-Z].*[.?)]$/s.test(error.message), 'badly said:', error.message);
    // How many rows come before the issue depends on the pieces; none of them is used.
    return { header: undefined, rows: [], issue: error.issue };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sizes(fc: FastCheck) {
  return fc.constantFrom(1, 2, 3, 7, 64, 100_000);
}

const anyBytes: FuzzTarget = {
  name: 'any bytes → table: rows or a message',
  property(fc) {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .oneof(
          fc.string({ unit: 'grapheme', maxLength: 8 }),
          fc.constantFrom(
            ...[
              'name,email\n',
              'name;email\r\n',
              'sep=;\n',
              '"',
              '""',
              ',',
              ';',
              '\t',
              '|',
              '\n',
              '\r\n',
              '\r',
            ],
            ...[
              '{"email":"a@x.com"}',
              '{',
              '}',
              '[',
              ']',
              '"data":',
              ':',
              '//',
              '/*',
              '*/',
              '\\',
              'null',
              '1e400',
            ],
            ...['\ufeff', '\u0000', 'Ada', 'a@x.com', '2023-12-31', '03/04/2023', '0', '<html>', 'curl '],
          ),
        )
        .map((text) => new TextEncoder().encode(text)),
      fc
        .constantFrom([0xff, 0xfe], [0xfe, 0xff], [0xc0, 0xe0], [0x50, 0x4b])
        .map((bytes) => Uint8Array.from(bytes)),
    );
    const bytes = fc.array(piece, { maxLength: 20 }).map((parts) => Buffer.concat(parts));
    const format = fc.constantFrom(undefined, 'csv', 'tsv', 'jsonl', 'json');
    return fc.asyncProperty(bytes, sizes(fc), format, async (content, size, name) => {
      const [read, whole] = [
        await checked(content, size, { format: name }),
        await checked(content, 1_000_000, { format: name }),
      ];
      const plain = ({ header, rows, issue }: typeof read) =>
        JSON.stringify([header, rows.map(({ line, cells }) => [line, cells]), issue]);
      holds(plain(read) === plain(whole), 'the pieces change the table:', plain(read), plain(whole));
    });
  },
};

const writtenCells: FuzzTarget = {
  name: 'cells written as CSV in any dialect → the same cells',
  property(fc) {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '',
        '"',
        '""',
        'a"b',
        'a,b',
        'a;b',
        'a|b',
        'a\tb',
        'a\nb',
        'a\r\nb',
        ' a ',
        '\u00a0',
        'é',
        '漢字',
      ),
    );
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    const dialect = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'utf-16le'),
    });
    return fc.asyncProperty(
      rows,
      dialect,
      sizes(fc),
      async (cells, { delimiter, lineBreak, encoding }, size) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = cells.map(([one, other]) => `x${delimiter}${quoted(one)}${delimiter}${quoted(other)}`);
        const text = [`email${delimiter}one${delimiter}two`, ...lines].join(lineBreak);
        const wellFormed = encoding === 'utf-8' ? text : `\ufeff${text}`;
        const bytes = Buffer.from(wellFormed, encoding === 'utf-16le' ? 'utf16le' : 'utf8');
        // Neither encoding has halves of characters.
        if (!text.isWellFormed() || text.includes('\0')) return;
        const { rows: read, issue } = await checked(bytes, size, { delimiter });
        holds(issue === undefined, 'refused:', issue);
        const seen = read.map((row) => row.cells.slice(1).map(cellText));
        holds(JSON.stringify(seen) === JSON.stringify(cells), 'other cells:', seen, cells);
      },
    );
  },
};

/** What the reader of tables is tried with: in the tests a little, by `pnpm fuzz` as long as asked. */
export const tableTargets: readonly FuzzTarget[] = [anyBytes, writtenCells];
