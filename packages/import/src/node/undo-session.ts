import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { resultOf, UndoCounts, type UndoTotals } from '../undo/undo-report.ts';
import type { UndoState, UndoStore, UndoTarget } from '../undo/undo-run.ts';
import type { FileRunStore } from './file-run-store.ts';
import { LineLog, parseLine } from './line-log.ts';
import { freePath, WholeFile, type WrittenFiles } from './written-files.ts';

/** What was deleted of one run, in an append-only file. */
export class FileUndoStore implements UndoStore {
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

/** The customers of a run that may be deleted: those that HelpCrunch's own answers named, and no other. */
export async function* undoTargets(store: FileRunStore, run: string): AsyncGenerator<UndoTarget> {
  for (const { run: by, result } of store.results()) {
    if (by !== run || result.state !== 'created' || result.confirmedBy !== 'answer') continue;
    const { id, mark } = result;
    if (id !== undefined && mark) yield { id, mark };
  }
}

/** Counts the customers of a run by what became of them. */
export async function countUndo(store: FileRunStore, run: string, undone: UndoStore): Promise<UndoTotals> {
  const counts = new UndoCounts();
  for await (const { id } of undoTargets(store, run)) counts.add(undone.get(id));
  for (const { run: by, result } of store.results()) {
    if (by !== run || result.state !== 'created') continue;
    if (result.confirmedBy !== 'answer' || result.id === undefined || !result.mark) counts.addNotOurs();
  }
  return counts.totals;
}

/**
 * Writes what became of each customer of a run, one line each, whole and then renamed: `NAME.undo.csv`, or JSON Lines
 * where the input was JSON. The file of another run is not replaced.
 */
export async function writeUndoResults(
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
  const path = await freePath(nameOf, own);
  await onFiles({ [path]: [await file.close()] });
  await file.renameTo(path);
  return path;
}
