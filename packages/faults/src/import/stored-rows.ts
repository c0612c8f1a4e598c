import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../program.ts';

/** The result of one row, as the run store has it on disk. */
export interface StoredRow {
  readonly key: string;
  readonly run: string;
  readonly result: {
    readonly state: string;
    readonly id?: string;
    readonly confirmedBy?: string;
  };
}

/** The last line about each row, read without the code under test. */
export function storedRows(folder: string): readonly StoredRow[] {
  const last = new Map<string, StoredRow>();
  for (const line of storeText(folder).split('\n')) {
    try {
      const row = JSON.parse(line) as StoredRow;
      last.set(row.key, row);
    } catch {
      // The last line of a process that was killed while it wrote.
    }
  }
  return [...last.values()];
}

/** Rows whose last line says that they are on their way. */
export function sendingKeys(folder: string): readonly string[] {
  return storedRows(folder)
    .filter(({ result }) => result.state === 'sending')
    .map(({ key }) => key);
}

/** The result files of runs that ended with nothing left to do, read without the code under test. */
export function filesOfCompletedRuns(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /[\\/]runs[\\/][^\\/]*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CompletedRun)
    .flatMap(({ outcome, files = {} }) => (outcome === 'completed' ? Object.values(files) : []));
}

interface CompletedRun {
  readonly outcome?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function storeText(folder: string): string {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const found = names.find((name) => name.endsWith('rows.jsonl'));
    return found === undefined ? '' : readFileSync(join(folder, found), 'utf8');
  } catch {
    return '';
  }
}

/** Where the program keeps its state. */
export function stateIn(home: Home): string {
  return join(home.path, 'kit');
}
