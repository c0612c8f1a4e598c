import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportOutcome } from '../report/import-report.ts';
import type { Totals } from '../result/buckets.ts';
import type { ResultFile } from '../result/row-writer.ts';
import type { RunStore } from '../run/run-store.ts';
import type { UndoTotals } from '../undo/undo-report.ts';
import type { ImportSession } from './import-session.ts';
import type { Results } from './write-results.ts';
import type { WrittenFiles } from './written-files.ts';

/** One run of an import, as `import list` shows it. */
export interface RunRecord {
  readonly run: string;
  /** The absolute path of the file. */
  readonly input: string;
  /** In ISO 8601. */
  readonly startedAt: string;
  /** Rows of earlier runs are sent again. */
  readonly again?: boolean;
  /** Stands for the API key that it was last sent with. */
  readonly sender?: string | undefined;
  readonly endedAt?: string;
  /** Missing while it runs, and after it was killed. */
  readonly outcome?: ImportOutcome;
  readonly totals?: Totals;
  readonly files?: Readonly<Partial<Record<ResultFile, string>>>;
  /** Every result file that this run wrote, or was about to write. */
  readonly written?: WrittenFiles;
  /** What an undo deleted of it. */
  readonly undo?: { readonly totals: UndoTotals; readonly file?: string; readonly outcome: ImportOutcome };
}

/** The runs of one account, the newest first. What is damaged is passed over. */
export async function readRuns(folder: string): Promise<readonly RunRecord[]> {
  const runs = join(folder, 'runs');
  const names = await readdir(runs).catch(() => []);
  const records = await Promise.all(
    names
      .filter((name) => name.endsWith('.json'))
      .map(async (name) => {
        try {
          return JSON.parse(await readFile(join(runs, name), 'utf8')) as RunRecord;
        } catch {
          return undefined;
        }
      }),
  );
  return records
    .filter((record) => record !== undefined)
    .toSorted((one, other) => other.startedAt.localeCompare(one.startedAt));
}

/** Writes a record whole. */
export async function writeRun(folder: string, record: RunRecord): Promise<void> {
  const path = join(folder, 'runs', `${record.run}.json`);
  await mkdir(join(folder, 'runs'), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.tmp`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}

export interface RunPlace {
  /** Where the runs of the account are remembered. */
  readonly folder: string;
  readonly record: RunRecord;
}

/** What a run wrote before, and what it is about to write: each path with all of its hashes. */
export function joinWritten(one: WrittenFiles = {}, other: WrittenFiles = {}): WrittenFiles {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...paths].map((path) => [path, [...new Set([...(one[path] ?? []), ...(other[path] ?? [])])]]),
  );
}

/**
 * Writes the result files of a run, and then how it ended. Each path is on record before its file is written: a run that
 * is killed in between knows its own files, and does not leave a row in two of them.
 */
export async function writeRunResults(
  session: ImportSession,
  store: RunStore,
  {
    place,
    out,
    keeps,
    outcomeOf,
  }: {
    readonly place: RunPlace | undefined;
    readonly out?: string | undefined;
    /** Files of this run that stay although it writes them again: they have rows that left the input. */
    readonly keeps?: readonly ResultFile[] | undefined;
    readonly outcomeOf: (totals: Totals) => ImportOutcome;
  },
): Promise<Results> {
  const { written: before, files: earlier = {} } = place?.record ?? {};
  const kept = new Set((keeps ?? []).flatMap((file) => earlier[file] ?? []));
  const own = Object.fromEntries(Object.entries(before ?? {}).filter(([path]) => !kept.has(path)));
  const results = await session.results(store, {
    out: out ?? dirname(place?.record.input ?? session.path),
    own,
    run: place?.record.run,
    async onFiles(files) {
      if (!place) return;
      await writeRun(place.folder, { ...place.record, written: joinWritten(before, files) });
    },
  });
  const { totals, files, written } = results;
  if (place) {
    const endedAt = new Date().toISOString();
    const end = { endedAt, outcome: outcomeOf(totals), totals, files, written };
    await writeRun(place.folder, { ...place.record, ...end });
  }
  return results;
}
