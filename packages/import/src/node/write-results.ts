import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { CheckedRow } from '../check/check-rows.ts';
import { bucketOf, type buckets, emptyTotals, ownCells, type Totals } from '../result/buckets.ts';
import { createRowWriter, type ResultFile, resultFiles } from '../result/row-writer.ts';
import type { RunStore } from '../run/run-store.ts';
import type { Table } from '../table/table.ts';

export interface ResultOptions {
  readonly store: RunStore;
  /** The file that was imported. */
  readonly input: string;
  /** Another folder for the results. */
  readonly out?: string | undefined;
  /** Result files that this run wrote before, and may replace. */
  readonly own?: ReadonlySet<string> | undefined;
  /** Part of the names of unfinished files, the same each time a run goes on. */
  readonly run?: string | undefined;
  /** Called with the paths before the first of them is written: who is killed after that knows its own files. */
  readonly onPaths?: ((files: Results['files']) => Promise<void>) | undefined;
}

export interface Results {
  readonly totals: Totals;
  /** Paths of the files that have rows. */
  readonly files: Readonly<Partial<Record<ResultFile, string>>>;
}

/**
 * Writes what became of each row, in the order of the input: each row in exactly one file, the files beside the input.
 * A file is written whole and then renamed; a file of another run is not replaced, the new one gets a number.
 */
export async function writeResults(
  table: Table,
  rows: AsyncIterable<CheckedRow>,
  { store, input, out = dirname(input), own = new Set(), run = 'run', onPaths }: ResultOptions,
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
  await using files = new OpenFiles(temporary);
  for await (const row of rows) {
    const stored = await store.get(row.key);
    const bucket = bucketOf(row, stored);
    totals.rows += 1;
    totals[bucket] += 1;
    const file = fileOf(bucket);
    await files.write(
      file,
      () => writer.start(file),
      writer.row(row.row, ownCells(row, bucket, stored?.result)),
    );
  }
  const written: Partial<Record<ResultFile, string>> = {};
  for (const file of files.names) {
    let number = 1;
    while (!own.has(nameOf(file, number)) && (await exists(nameOf(file, number)))) number += 1;
    written[file] = nameOf(file, number);
  }
  await onPaths?.(written);
  for (const [file, path] of Object.entries(written) as [ResultFile, string][])
    await files.finish(file, path);
  // What an earlier part of this run wrote and what has no rows any more would contradict the others.
  for (const path of own) if (!Object.values(written).includes(path)) await rm(path, { force: true });
  return { totals, files: written };
}

function fileOf(bucket: (typeof buckets)[number]): ResultFile {
  const entries = Object.entries(resultFiles) as [ResultFile, readonly string[]][];
  const found = entries.find(([, its]) => its.includes(bucket));
  if (!found) throw new Error(`No file takes ${bucket} rows.`);
  return found[0];
}

async function exists(path: string): Promise<boolean> {
  return await access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}

/** Temporary files that are opened with their first row, and removed where they are not finished. */
class OpenFiles {
  readonly #pathOf: (file: ResultFile) => string;
  readonly #handles = new Map<
    ResultFile,
    { readonly handle: FileHandle; parts: Uint8Array[]; size: number }
  >();

  constructor(pathOf: (file: ResultFile) => string) {
    this.#pathOf = pathOf;
  }

  get names(): readonly ResultFile[] {
    return [...this.#handles.keys()];
  }

  async write(file: ResultFile, start: () => Uint8Array, row: Uint8Array): Promise<void> {
    let entry = this.#handles.get(file);
    if (!entry) {
      entry = { handle: await open(this.#pathOf(file), 'w'), parts: [start()], size: 0 };
      this.#handles.set(file, entry);
    }
    entry.parts.push(row);
    entry.size += row.length;
    if (entry.size > 1_000_000) await flush(entry);
  }

  async finish(file: ResultFile, path: string): Promise<void> {
    const entry = this.#handles.get(file);
    if (!entry) return;
    await flush(entry);
    await entry.handle.datasync();
    await entry.handle.close();
    this.#handles.delete(file);
    await rename(this.#pathOf(file), path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const [file, { handle }] of this.#handles) {
      await handle.close();
      await rm(this.#pathOf(file), { force: true });
    }
  }
}

async function flush(entry: {
  readonly handle: FileHandle;
  parts: Uint8Array[];
  size: number;
}): Promise<void> {
  await entry.handle.writeFile(Buffer.concat(entry.parts));
  entry.parts = [];
  entry.size = 0;
}
