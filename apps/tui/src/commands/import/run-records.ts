import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportOutcome, ResultFile, Totals } from '@helpcrunch-customer-kit/import';

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

/** The run that goes on with a file: the newest one that did not reach its end, or a new one. */
export async function openRun(folder: string, input: string, now: Date): Promise<RunRecord> {
  const [newest] = (await readRuns(folder)).filter((record) => record.input === input);
  if (newest && (newest.totals === undefined || newest.totals.pending > 0)) return newest;
  const startedAt = now.toISOString();
  return { run: `${startedAt.slice(0, 10)}-${randomBytes(3).toString('hex')}`, input, startedAt };
}

/** Writes a record whole. */
export async function writeRun(folder: string, record: RunRecord): Promise<void> {
  const path = join(folder, 'runs', `${record.run}.json`);
  await mkdir(join(folder, 'runs'), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.tmp`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}
