import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type ImportOutcome, outcomeOfStop } from '../report/import-report.ts';
import type { StopReason } from '../run/row-outcome.ts';
import type { RowResult } from '../run/run-store.ts';
import { resultOf, UndoCounts, type UndoTotals } from '../undo/undo-report.ts';
import {
  type UndoContext,
  type UndoState,
  type UndoStore,
  type UndoTarget,
  undoRun,
} from '../undo/undo-run.ts';
import { FileRunStore } from './file-run-store.ts';
import { sha256 } from './import-session.ts';
import { LineLog, parseLine } from './line-log.ts';
import { joinWritten, type RunPlace, writeRun } from './run-records.ts';
import { freePath, WholeFile, type WrittenFiles } from './written-files.ts';

/** What was deleted of one run, in an append-only file. */
class FileUndoStore implements UndoStore {
  readonly #log: LineLog;
  readonly #states = new Map<string, UndoState>();

  /** @throws what the file system throws. */
  constructor(folder: string, run: string) {
    this.#log = new LineLog(join(folder, 'undo', `${run}.jsonl`), ({ text }) => {
      const { id, state } = (parseLine(text) ?? {}) as { id?: string; state?: UndoState };
      if (id !== undefined && state !== undefined) this.#states.set(id, state);
    });
  }

  get(id: string): UndoState | undefined {
    return this.#states.get(id);
  }

  async put(id: string, state: UndoState): Promise<void> {
    this.#log.append(JSON.stringify({ id, state }), { isDurable: state === 'deleting' });
    this.#states.set(id, state);
  }

  [Symbol.dispose](): void {
    this.#log[Symbol.dispose]();
  }
}

/** The undo of one run: what it deleted, which goes on where it was, and what it may delete. */
export class UndoSession implements Disposable {
  readonly #place: RunPlace;
  readonly #rows: FileRunStore;
  readonly #undone: FileUndoStore;

  /** @throws what the file system throws; so do the others. */
  constructor(place: RunPlace) {
    const { folder, record } = place;
    this.#place = place;
    this.#rows = new FileRunStore(`${folder}/rows.jsonl`, record.run);
    this.#undone = new FileUndoStore(folder, record.run);
  }

  /** Counts the customers of the run by what became of them. */
  totals(): UndoTotals {
    const counts = new UndoCounts();
    for (const result of this.#created()) {
      const target = targetOf(result);
      if (target) counts.add(this.#undone.get(target.id));
      else counts.addNotOurs();
    }
    return counts.totals;
  }

  /** Deletes, writes what became of each customer into `out` or beside the input, and then how it ended. */
  async run(context: Omit<UndoContext, 'store' | 'hash'>, out?: string): Promise<UndoEnd> {
    const { folder, record } = this.#place;
    const { input, run, written: before } = record;
    const stopped = await undoRun(this.#targets(), { ...context, store: this.#undone, hash: sha256 });
    const [outcome, totals] = [outcomeOfStop(stopped), this.totals()];
    const file = await writeUndoResults(this.#targets(), this.#undone, {
      input,
      out,
      run,
      own: before ?? {},
      onFiles: (written) => {
        const [file = ''] = Object.keys(written);
        const undo = { totals, outcome, file };
        return writeRun(folder, { ...record, written: joinWritten(before, written), undo });
      },
    });
    return { stopped, outcome, totals, file };
  }

  [Symbol.dispose](): void {
    this.#rows[Symbol.dispose]();
    this.#undone[Symbol.dispose]();
  }

  *#created(): Generator<CreatedRow> {
    for (const { run, result } of this.#rows.results())
      if (run === this.#place.record.run && result.state === 'created') yield result;
  }

  /** The customers that may be deleted. */
  async *#targets(): AsyncGenerator<UndoTarget> {
    for (const result of this.#created()) {
      const target = targetOf(result);
      if (target) yield target;
    }
  }
}

type CreatedRow = Extract<RowResult, { state: 'created' }>;

/** Only a customer that HelpCrunch's own answer named is deleted: one that a lookup found may be another program's. */
function targetOf({ confirmedBy, id, mark }: CreatedRow): UndoTarget | undefined {
  return confirmedBy === 'answer' && id !== undefined && mark ? { id, mark } : undefined;
}

/** How an undo ended, and the file with what became of each customer. */
export interface UndoEnd {
  /** Missing when it came to its end. */
  readonly stopped: StopReason | undefined;
  readonly outcome: ImportOutcome;
  readonly totals: UndoTotals;
  readonly file: string;
}

/**
 * Writes what became of each customer of a run, one line each, whole and then renamed: `NAME.undo.csv`, or JSON Lines
 * where the input was JSON. The file of another run is not replaced.
 */
async function writeUndoResults(
  targets: AsyncIterable<UndoTarget>,
  undone: UndoStore,
  {
    input,
    out = dirname(input),
    run,
    own,
    onFiles,
  }: {
    readonly input: string;
    readonly out?: string | undefined;
    /** Part of the name of the unfinished file. */
    readonly run: string;
    /** What this undo wrote before. */
    readonly own: WrittenFiles;
    /** Called before the file gets its name. */
    readonly onFiles: (files: WrittenFiles) => Promise<void>;
  },
): Promise<string> {
  await mkdir(out, { recursive: true });
  const isJson = /^\.(?:json|jsonl|ndjson)$/i.test(extname(input));
  const name = basename(input, extname(input));
  const nameOf = (number: number) =>
    join(out, `${name}.undo${number === 1 ? '' : `-${number}`}.${isJson ? 'jsonl' : 'csv'}`);
  await using file = await WholeFile.open(`${nameOf(1)}.${run}.tmp`);
  const write = (line: string) => file.write(Buffer.from(`${line}\n`));
  if (!isJson) await write('helpcrunch_id,result');
  for await (const { id } of targets) {
    const result = resultOf(undone.get(id));
    await write(isJson ? JSON.stringify({ helpcrunch_id: id, result }) : `${id},${result}`);
  }
  const hash = await file.close();
  const path = await freePath(nameOf, own, hash);
  await onFiles({ [path]: [hash] });
  await file.renameTo(path);
  return path;
}
