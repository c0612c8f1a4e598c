import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ImportOutcome } from '../report/import-report.ts';
import type { Totals } from '../result/buckets.ts';
import type { ResultFile } from '../result/row-writer.ts';
import type { RunStore } from '../run/run-store.ts';
import type { ImportSession } from './import-session.ts';
import type { Results } from './write-results.ts';

/** One run of an import, as `import list` shows it. */
export interface RunRecord {
  readonly run: string;
  /** The absolute path of the file. */
  readonly input: string;
  /** In ISO 8601. */
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Missing while it runs, and after it was killed. */
  readonly outcome?: ImportOutcome;
  readonly totals?: Totals;
  readonly files?: Readonly<Partial<Record<ResultFile, string>>>;
  /** Every result file that this run wrote, or was about to write. */
  readonly written?: readonly string[];
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

/** The run that goes on with a file: the newest one with open rows, or a new one. */
export async function openRun(folder: string, input: string, now: Date): Promise<RunRecord> {
  const [newest] = (await readRuns(folder)).filter((record) => record.input === input);
  if (newest && !isOver(newest)) return newest;
  const startedAt = now.toISOString();
  return { run: `${startedAt.slice(0, 10)}-${randomBytes(3).toString('hex')}`, input, startedAt };
}

/** Unknown rows of a completed run may still be found, by the same run. */
function isOver({ outcome, totals }: RunRecord): boolean {
  return outcome === 'completed' && totals?.pending === 0 && totals.unknown === 0;
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
    outcomeOf,
  }: {
    readonly place: RunPlace | undefined;
    readonly out?: string | undefined;
    readonly outcomeOf: (totals: Totals) => ImportOutcome;
  },
): Promise<Results> {
  const own = new Set(place?.record.written);
  const results = await session.results(store, {
    out: out ?? dirname(place?.record.input ?? session.path),
    own,
    run: place?.record.run,
    async onPaths(files) {
      if (!place) return;
      const written = [...new Set([...own, ...Object.values(files)])];
      await writeRun(place.folder, { ...place.record, written });
    },
  });
  const { totals, files } = results;
  if (place) {
    const endedAt = new Date().toISOString();
    const end = { endedAt, outcome: outcomeOf(totals), totals, files, written: Object.values(files) };
    await writeRun(place.folder, { ...place.record, ...end });
  }
  return results;
}
