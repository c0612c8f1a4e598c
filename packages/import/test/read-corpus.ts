import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import type { CreateCustomerPayload } from '@helpcrunch-customer-kit/core';
import { checkRows } from '../src/check/check-rows.ts';
import type { DateFormat } from '../src/mapping/dates.ts';
import { mapColumns, mappingQuestionMessage, writeMapping } from '../src/mapping/mapping.ts';
import { profileColumns } from '../src/mapping/profile.ts';
import { readTable } from '../src/table/read-table.ts';
import { TableError } from '../src/table/table-issue.ts';

/** What the user chooses for a file, as flags of the command do. */
export interface CorpusChoices {
  readonly encoding?: string;
  readonly unmapped?: 'custom' | 'ignore';
  readonly dateFormat?: DateFormat;
  readonly zeroIsNoDate?: boolean;
}

/** What becomes of a file: a refusal, questions about its columns, or its customers with what is said about each row. */
export interface CorpusResult {
  readonly refused?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly questions?: readonly string[];
  readonly rows?: readonly {
    readonly line: number;
    readonly request: CreateCustomerPayload;
    readonly problems?: readonly string[];
  }[];
}

/** Reads, maps and checks a file of the corpus, with `now` at the start of 2026. */
export async function readCorpusFile(path: string, choices: CorpusChoices = {}): Promise<CorpusResult> {
  const blob = await openAsBlob(path);
  try {
    return await resultOf(() => blob.stream(), choices);
  } catch (error) {
    if (error instanceof TableError) return { refused: error.message };
    throw error;
  }
}

async function resultOf(
  open: () => AsyncIterable<Uint8Array>,
  { encoding, dateFormat, ...choices }: CorpusChoices,
): Promise<CorpusResult> {
  const table = await readTable(open, { encoding });
  const { columns } = await profileColumns(table.header, table.batches());
  const dateFormats = new Map(dateFormat === undefined ? [] : [['*', dateFormat] as const]);
  const { mapping, questions } = mapColumns(columns, { ...choices, dateFormats });
  if (questions.length > 0) {
    return { mapping: writeMapping(mapping), questions: questions.map(mappingQuestionMessage) };
  }
  const rows: NonNullable<CorpusResult['rows']>[number][] = [];
  for await (const { row, plan, issues } of checkRows(table, table.batches(), {
    mapping,
    hash,
    now: Date.UTC(2026, 0, 1),
  })) {
    const messages = issues.map(({ severity, column, message }) => `${severity}, ${column}: ${message}`);
    const { line } = row;
    rows.push({ line, request: plan.request, ...(messages.length > 0 ? { problems: messages } : {}) });
  }
  return { mapping: writeMapping(mapping), rows };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
