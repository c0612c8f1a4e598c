import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { CheckedRow } from '../check/check-rows.ts';
import { type Bucket, bucketOf, emptyTotals, ownCells, type Totals } from '../result/buckets.ts';
import { createRowWriter, type ResultFile, resultFiles } from '../result/row-writer.ts';
import type { RunStore } from '../run/run-store.ts';
import type { SourceRow, Table } from '../table/table.ts';
import { freePath, isAsWritten, WholeFile, type WrittenFiles } from './written-files.ts';

export interface ResultOptions {
  readonly store: RunStore;
  /** The file that was imported. */
  readonly input: string;
  /** Another folder for the results. */
  readonly out?: string | undefined;
  /** Result files that this run wrote before, and may replace where they are as it wrote them. */
  readonly own?: WrittenFiles | undefined;
  /** Part of the names of unfinished files, the same each time a run goes on. */
  readonly run?: string | undefined;
  /** Called before the first file gets its name: who is killed after that knows its own files. */
  readonly onFiles?: ((files: WrittenFiles) => Promise<void>) | undefined;
}

export interface Results {
  readonly totals: Totals;
  /** Paths of the files that have rows. */
  readonly files: Readonly<Partial<Record<ResultFile, string>>>;
  /** The same files, with hashes of their content. */
  readonly written: WrittenFiles;
}

/**
 * Writes what became of each row, in the order of the input: each row in exactly one file, the files beside the input.
 * A file is written whole and then renamed; a file of another run, or one that was edited, is not replaced: the new one
 * gets a number.
 */
export async function writeResults(
  table: Pick<Table, 'header' | 'format'>,
  rows: AsyncIterable<CheckedRow<SourceRow>>,
  { store, input, out = dirname(input), own = {}, run = 'run', onFiles }: ResultOptions,
): Promise<Results> {
  await mkdir(out, { recursive: true });
  const extension = table.format.kind === 'csv' ? extname(input) || '.csv' : '.jsonl';
  const nameOf = (file: ResultFile, number: number) =>
    join(out, `${basename(input, extname(input))}.${file}${number === 1 ? '' : `-${number}`}${extension}`);
  const writer = createRowWriter(table);
  const totals = emptyTotals();
  const temporary = (file: ResultFile) => `${nameOf(file, 1)}.${run}.tmp`;
  // What was left of a process that was killed while it wrote.
  for (const file of Object.keys(resultFiles) as ResultFile[]) await rm(temporary(file), { force: true });
  const open = new Map<ResultFile, WholeFile>();
  const files: Partial<Record<ResultFile, string>> = {};
  const written: Record<string, readonly string[]> = {};
  try {
    for await (const row of rows) {
      const stored = await store.get(row.key);
      const bucket = bucketOf(row, stored);
      totals.rows += 1;
      totals[bucket] += 1;
      const name = fileOf(bucket);
      let file = open.get(name);
      if (!file) {
        file = await WholeFile.open(temporary(name));
        open.set(name, file);
        await file.write(writer.start(name));
      }
      await file.write(writer.row(row.row, ownCells(row, bucket, stored?.result)));
    }
    for (const [name, file] of open) {
      const hash = await file.close();
      const path = await freePath((number) => nameOf(name, number), own, hash);
      files[name] = path;
      written[path] = [hash];
    }
    await onFiles?.(written);
    for (const [name, file] of open) await file.renameTo(files[name] ?? '');
  } finally {
    for (const file of open.values()) await file[Symbol.asyncDispose]();
  }
  // What an earlier part of this run wrote and what has no rows any more would contradict the others.
  for (const path of Object.keys(own)) {
    if (!(path in written) && (await isAsWritten(path, own))) await rm(path, { force: true });
  }
  return { totals, files, written };
}

function fileOf(bucket: Bucket): ResultFile {
  const entries = Object.entries(resultFiles) as [ResultFile, readonly string[]][];
  const found = entries.find(([, its]) => its.includes(bucket));
  if (!found) throw new Error(`No file takes ${bucket} rows.`);
  return found[0];
}
