import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryRunStore } from '@helpcrunch-customer-kit/import';
import { ImportSession, mapImport, readImport } from '@helpcrunch-customer-kit/import/node';
import { parse } from 'csv-parse';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';
import { timed } from './customers.ts';

const rows = 10_000;

/** Milliseconds from a CSV file to the plan of its import, beside splitting the file into cells. */
export async function measureImportCheck(rounds: number): Promise<Record<string, Figure>> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const path = join(folder, 'customers.csv');
    writeFileSync(path, tableOf(rows));
    const samples = await takeRounds(
      { [ours]: () => timed(() => checkImport(path)), 'csv-parse': () => timed(() => splitRows(path)) },
      { rounds, warmUps: 2 },
    );
    return { 'import-check': toFigure(samples) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function checkImport(path: string): Promise<boolean> {
  const read = await readImport(path);
  const { mapping } = mapImport(read, { unmapped: 'custom' });
  const session = new ImportSession(read, mapping, { now: Date.UTC(2026, 0, 15) });
  const { toCreate } = await session.plan(emptyRun);
  return toCreate === rows;
}

/** A run that has settled nothing yet. */
const emptyRun: Parameters<ImportSession['plan']>[0] = {
  store: createMemoryRunStore(),
  existing: 'skip',
  hash: (text) => text,
  rate: 60,
};

async function splitRows(path: string): Promise<boolean> {
  let count = 0;
  for await (const _row of createReadStream(path).pipe(parse())) count += 1;
  return count === rows + 1;
}

function tableOf(count: number): string {
  const lines = ['Name,Email,User ID,Company,Phone,First seen,Source,Locale,Tags,Plan,Seats'];
  for (let index = 0; index < count; index += 1) {
    lines.push(
      `Ada Lovelace ${index},ada${index}@example.com,user-${index},"Analytical Engines, Ltd",+10233456781,2020-10-28T12:49:06Z,https://example.com/pricing,uk,vip; beta,pro,${index % 50}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
