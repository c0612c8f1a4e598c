import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import type { JsonObject } from '@helpcrunch-customer-kit/core';
import { type CheckedRow, checkRows } from '../check/check-rows.ts';
import { type ImportPlan, planImport } from '../check/plan-import.ts';
import { type Mapping, type MappingChoices, type MappingQuestion, mapColumns } from '../mapping/mapping.ts';
import { type ColumnProfile, profileColumns } from '../mapping/profile.ts';
import type { StopReason } from '../run/row-outcome.ts';
import type { RunContext } from '../run/run-context.ts';
import { runImport } from '../run/run-import.ts';
import type { RunStore } from '../run/run-store.ts';
import { readTable } from '../table/read-table.ts';
import type { Row, Table, TableOptions } from '../table/table.ts';
import { type OpenPipe, openSnapshot } from './snapshot.ts';
import { type ResultOptions, type Results, writeResults } from './write-results.ts';

/** SHA-256, as hex digits. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * For a process that does nothing but import: rows pass through and leave nothing behind, and V8 would let its heap grow
 * for them, by up to 64 MB for the young generation and several times what is alive for the old one.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=20');
}

/** A file whose header and columns were read. */
export interface ReadImport {
  readonly path: string;
  readonly table: Table;
  readonly profiles: readonly ColumnProfile[];
}

/**
 * Reads a file, to its end: what it is, and what its columns hold. What is written to it later changes nothing.
 *
 * @throws TableError where it cannot be read as a table, what the file system throws, and the reason of the signal.
 */
export async function readImport(
  path: string,
  options: TableOptions = {},
  { signal, openPipe }: { readonly signal?: AbortSignal; readonly openPipe?: OpenPipe } = {},
): Promise<ReadImport> {
  const table = await readTable(await openSnapshot(path, openPipe), options);
  const { columns } = await profileColumns(table.header, table.batches(), signal);
  return { path, table, profiles: columns };
}

export interface SessionOptions {
  readonly now: number;
  readonly defaults?: JsonObject | undefined;
  readonly equalRows?: 'skip' | 'create' | undefined;
  /** Writes certain fixes in place of wrong values. */
  readonly fix?: boolean | undefined;
}

/** A file with its mapping decided: it can be planned, sent, and its results written. */
export class ImportSession {
  readonly mapping: Mapping;
  readonly #read: ReadImport;
  readonly #options: SessionOptions;

  constructor(read: ReadImport, mapping: Mapping, options: SessionOptions) {
    this.#read = read;
    this.mapping = mapping;
    this.#options = options;
  }

  /** The file that is imported. */
  get path(): string {
    return this.#read.path;
  }

  plan(context: Parameters<typeof planImport>[1]): Promise<ImportPlan> {
    return planImport(this.#rows(), context);
  }

  /** How many rows of the file each run has sent. */
  async countRuns(store: RunStore, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for await (const { key } of this.#rows()) {
      signal?.throwIfAborted();
      const run = (await store.get(key))?.run;
      if (run !== undefined) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    return counts;
  }

  run(context: RunContext): Promise<StopReason | undefined> {
    return runImport(this.#rows(), context);
  }

  results(store: RunStore, options: Omit<ResultOptions, 'store' | 'input'>): Promise<Results> {
    const { table } = this.#read;
    return writeResults(table, this.#check(table.sourceBatches()), {
      ...options,
      store,
      input: this.#read.path,
    });
  }

  #rows(): AsyncGenerator<CheckedRow> {
    return this.#check(this.#read.table.batches());
  }

  #check<R extends Row>(batches: AsyncIterable<readonly R[]>): AsyncGenerator<CheckedRow<R>> {
    const options = { ...this.#options, mapping: this.mapping, hash: sha256 };
    return checkRows(this.#read.table, batches, options);
  }
}

/** Maps the columns of a file, and lists what is left to decide. */
export function mapImport(
  { profiles }: ReadImport,
  choices: MappingChoices,
): { readonly mapping: Mapping; readonly questions: readonly MappingQuestion[] } {
  return mapColumns(profiles, choices);
}
