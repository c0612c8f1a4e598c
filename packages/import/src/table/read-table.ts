import { readJsonText, textForm } from '@helpcrunch-customer-kit/core';
import { readCsvTable, readStart } from './csv-table.ts';
import { detectEncoding } from './encoding.ts';
import { type JsonLayout, readJsonTable } from './json-table.ts';
import type { FormatName, Open, Table, TableOptions } from './table.ts';
import { TableError } from './table-issue.ts';

/**
 * Reads the header of a table: CSV and its relatives, JSON Lines, a JSON list, a page of HelpCrunch's API or one object.
 * Only the rows of a small CSV table are kept.
 *
 * @throws TableError where the file is none of them.
 */
export async function readTable(open: Open, options: TableOptions = {}): Promise<Table> {
  const start = await readStart(open());
  if (start.length === 0) throw new TableError({ code: 'empty' });
  const encoding = detectEncoding(start.subarray(0, 4096), options.encoding);
  const text = new TextDecoder(encoding.label).decode(start);
  const format = options.format ?? detectFormat(text);
  if (text.trim() === '') throw new TableError({ code: 'empty' });
  const form = options.format ? undefined : markdownTable.test(text) ? 'fence' : textForm(text);
  if (form && form !== 'csv' && form !== 'jsonl') throw new TableError({ code: 'not-a-table', form });
  switch (format) {
    case 'csv':
      return readCsvTable(open, encoding, options);
    case 'tsv':
      return readCsvTable(open, encoding, { delimiter: '\t', ...options });
    case 'jsonl':
      return readJsonTable(open, encoding, { ...options, layout: 'lines' });
    case 'json':
      return readJsonTable(open, encoding, { ...options, layout: jsonLayout(text) });
    default: {
      const unreachable: never = format;
      return unreachable;
    }
  }
}

/** A row of dashes below the header, and a line at both ends of each row. */
const markdownTable = /^\s*\|[^\n]*\|[ \t]*\r?\n[ \t]*\|[ :|-]*-[ :|-]*\|/;

function detectFormat(text: string): FormatName {
  const body = text.replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*/, '');
  if (body.startsWith('[')) return 'json';
  if (!body.startsWith('{')) return 'csv';
  const [line = '', ...others] = body.split('\n');
  return others.some((other) => other.trim().startsWith('{')) && isJson(line) ? 'jsonl' : 'json';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** A page is an object with a list `data`, as the searches of HelpCrunch and others answer. */
function jsonLayout(text: string): JsonLayout {
  const { tree } = readJsonText(text);
  const properties = tree?.type === 'object' ? (tree.children ?? []) : [];
  const isPage = properties.some(
    ({ children: [key, value] = [] }) => key?.value === 'data' && value?.type === 'array',
  );
  return isPage ? 'page' : 'objects';
}
