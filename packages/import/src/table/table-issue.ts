import { type TextForm, textForms } from '@helpcrunch-customer-kit/core';

/** Why a file cannot be imported as it is. Lines and columns count from 1, as editors show them. */
export type TableIssue =
  | { readonly code: 'empty' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'spreadsheet' }
  | { readonly code: 'compressed' }
  | { readonly code: 'binary' }
  /** Text of another kind: a web page, a command. */
  | { readonly code: 'not-a-table'; readonly form: TextForm }
  | { readonly code: 'unknown-encoding'; readonly encoding: string }
  | {
      readonly code: 'wrong-encoding';
      readonly line: number;
      readonly encoding: string;
      readonly suggestion: string;
      /** Lines before it are text of the encoding. */
      readonly isMixed: boolean;
    }
  | { readonly code: 'quote-not-closed'; readonly line: number }
  | { readonly code: 'row-too-long'; readonly line: number }
  | { readonly code: 'empty-header'; readonly column: number }
  | { readonly code: 'duplicate-header'; readonly header: string; readonly columns: readonly number[] }
  | { readonly code: 'header-is-data'; readonly value: string }
  | {
      readonly code: 'ragged-row';
      readonly line: number;
      readonly cells: number;
      readonly expected: number;
      /** Divides the row into enough cells, where that of the table does not. */
      readonly delimiter: string | undefined;
      /** How many more rows are like it. */
      readonly more: number;
    }
  /** `message` is a sentence. */
  | { readonly code: 'invalid-json'; readonly line: number; readonly message: string }
  | { readonly code: 'not-an-object'; readonly line: number; readonly kind: string }
  | { readonly code: 'duplicate-key'; readonly line: number; readonly key: string }
  | { readonly code: 'too-many-rows'; readonly maxRows: number }
  | { readonly code: 'too-large'; readonly maxBytes: number };

/** A file that cannot be read on; the reader throws it, and its callers turn it into a result. */
export class TableError extends Error {
  override readonly name = 'TableError';
  readonly issue: TableIssue;

  constructor(issue: TableIssue) {
    super(tableIssueMessage(issue));
    this.issue = issue;
  }
}

/** What is wrong, and what to do about it. */
export function tableIssueMessage(issue: TableIssue): string {
  switch (issue.code) {
    case 'empty':
      return 'The file is empty.';
    case 'no-rows':
      return 'The file has no customers in it.';
    case 'spreadsheet':
      return 'This is a spreadsheet file (.xlsx, .xls or .ods) or a ZIP archive. Save the table as CSV UTF-8 and import that file.';
    case 'compressed':
      return 'This file is compressed. Unpack it and import what is inside.';
    case 'binary':
      return 'This is not a text file. Export it as CSV, TSV, JSON Lines or JSON.';
    case 'not-a-table':
      return `This is ${textForms[issue.form][0]}, not a table. Export the customers as CSV, TSV, JSON Lines or JSON.`;
    case 'unknown-encoding':
      return `Unknown encoding "${issue.encoding}". Examples: utf-8, windows-1252, windows-1251.`;
    case 'wrong-encoding':
      return issue.isMixed
        ? `Line ${issue.line} is not ${issue.encoding} text, but other lines are. It looks like ${issue.suggestion}: correct the letters of that line.`
        : `Line ${issue.line} is not ${issue.encoding} text. It looks like ${issue.suggestion}: add --encoding ${issue.suggestion}.`;
    case 'quote-not-closed':
      return `The quote that opens in line ${issue.line} is never closed. Close it, or double it ("") where it is part of the text.`;
    case 'row-too-long':
      return `The row in line ${issue.line} is longer than 1 MB. Is a quote missing there?`;
    case 'empty-header':
      return `Column ${issue.column} has no header. Name it in the first line.`;
    case 'duplicate-header':
      return `The header "${issue.header}" is used by columns ${listed(issue.columns)}. Give each column its own name.`;
    case 'header-is-data':
      return `The first line looks like a customer ("${issue.value}"), not like a header. Add a line with the names of the columns.`;
    case 'ragged-row': {
      const more =
        issue.more === 0 ? '' : ` ${issue.more} more ${issue.more === 1 ? 'row is' : 'rows are'} like it.`;
      const advice =
        issue.expected === 1
          ? 'Is the first line a title? Remove it, so that the header comes first.'
          : issue.delimiter === undefined
            ? 'Is a delimiter inside a cell without quotes?'
            : `"${issue.delimiter}" seems to divide it: use the delimiter of the header.`;
      const cells = issue.cells === 1 ? '1 cell' : `${issue.cells} cells`;
      return `Line ${issue.line} has ${cells}, but the header has ${issue.expected}.${more} ${advice}`;
    }
    case 'invalid-json':
      return `Line ${issue.line}: ${issue.message}`;
    case 'not-an-object':
      return `Line ${issue.line} is ${issue.kind}, not an object. Each customer must be a JSON object.`;
    case 'duplicate-key':
      return `Line ${issue.line} has the key "${issue.key}" twice. Keep one of them.`;
    case 'too-many-rows':
      return `The file has more than ${issue.maxRows.toLocaleString('en-US')} rows. Split it, for example: split -l ${issue.maxRows} FILE (and repeat the header in each part).`;
    case 'too-large':
      return `The file has more than ${issue.maxBytes / 2 ** 30} GB. Split it, for example: split -l 100000 FILE (and repeat the header in each part).`;
    default: {
      const unreachable: never = issue;
      return unreachable;
    }
  }
}

function listed(columns: readonly number[]): string {
  return columns.length < 2 ? columns.join('') : `${columns.slice(0, -1).join(', ')} and ${columns.at(-1)}`;
}
