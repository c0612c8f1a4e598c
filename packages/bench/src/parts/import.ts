import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemoryLedger } from '@helpcrunch-customer-kit/core';
import { createMemoryRunStore, type Pacer } from '@helpcrunch-customer-kit/import';
import { ImportSession, mapImport, readImport, sha256 } from '@helpcrunch-customer-kit/import/node';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { parse } from 'csv-parse';
import { budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { timed } from '../support/customers.ts';
import { bareRequest, startLoopback } from '../support/loopback.ts';

export const importing: Part = {
  name: 'import',
  title: 'Importing a CSV file',
  budgets: [
    budget(
      { figure: 'import-check', title: '10,000 rows read, checked and planned', unit: 'ms' },
      times(6, 'csv-parse'),
    ),
    budget({
      figure: 'import-send',
      title: '200 rows sent over loopback, three at a time, without pacing',
      unit: 'ms',
    }),
  ],
  measure: async () => ({ ...(await measureCheck(12)), ...(await measureSending(20)) }),
};

/** Milliseconds from a CSV file to the plan of its import, beside splitting the file into cells. */
async function measureCheck(rounds: number): Promise<Measured> {
  using folder = temporaryFolder();
  const rows = 10_000;
  const path = writeTable(folder.path, rows);
  const check = async () => {
    const { toCreate } = await (await openSession(path)).plan({ ...emptyRun(), rate: 60 });
    return toCreate === rows;
  };
  const split = async () => {
    let count = 0;
    for await (const _row of createReadStream(path).pipe(parse())) count += 1;
    return count === rows + 1;
  };
  const samples = await takeRounds(
    { [ours]: () => timed(check), 'csv-parse': () => timed(split) },
    { rounds, warmUps: 2 },
  );
  return { 'import-check': toFigure(samples) };
}

/** Milliseconds for a whole import, its duplicate checks included, beside one bare request a row. */
async function measureSending(rounds: number): Promise<Measured> {
  using folder = temporaryFolder();
  await using loopback = await startLoopback();
  const { connection } = loopback;
  const rows = 200;
  const path = writeTable(folder.path, rows);
  const session = await openSession(path);
  const { sample } = await session.plan({ ...emptyRun(), rate: 60 });
  const json = sample[0]?.request;
  const account = { kind: 'live', label: 'bench', host: '127.0.0.1', connection } as const;
  const send = async () => {
    let created = 0;
    const pause = () => Promise.resolve();
    const stopped = await session.run({
      ...emptyRun(),
      account,
      ledger: createMemoryLedger(),
      pacer: noPacing,
      pause,
      onOutcome: (_row, { outcome }) => {
        if (outcome === 'created') created += 1;
      },
    });
    return stopped === undefined && created === rows;
  };
  const post = async () => {
    let isRight = true;
    for (let row = 0; row < rows; row += 1)
      isRight = (await bareRequest(connection, { path: 'customers', json, status: 201 })) && isRight;
    return isRight;
  };
  const samples = await takeRounds(
    { [ours]: () => timed(send), fetch: () => timed(post) },
    { rounds, warmUps: 3 },
  );
  return { 'import-send': toFigure(samples) };
}

async function openSession(path: string): Promise<ImportSession> {
  const read = await readImport(path);
  const { mapping } = mapImport(read, { unmapped: 'custom' });
  return new ImportSession(read, mapping, { now: Date.UTC(2026, 0, 15) });
}

/** A run that has settled nothing yet. */
function emptyRun() {
  return { store: createMemoryRunStore(), existing: 'skip', hash: sha256 } as const;
}

const noPacing: Pacer = { pace: () => Promise.resolve(), hold: () => {}, requests: 0, interval: 0 };

function writeTable(folder: string, count: number): string {
  const lines = ['Name,Email,User ID,Company,Phone,First seen,Source,Locale,Tags,Plan,Seats'];
  for (let index = 0; index < count; index += 1) {
    lines.push(
      `Ada Lovelace ${index},ada${index}@example.com,user-${index},"Analytical Engines, Ltd",+10233456781,2020-10-28T12:49:06Z,https://example.com/pricing,uk,vip; beta,pro,${index % 50}`,
    );
  }
  const path = join(folder, 'customers.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
