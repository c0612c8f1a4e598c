import { execFile } from 'node:child_process';
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createMemoryRunStore } from '@helpcrunch-customer-kit/import';
import { sha256 } from '@helpcrunch-customer-kit/import/node';
import { temporaryFolder } from '@helpcrunch-customer-kit/testing/temporary-folder';
import { parse } from 'csv-parse';
import { budget, type Measured, type Part, times } from '../budget.ts';
import { ours, takeRounds, toFigure } from '../results.ts';
import { timed } from '../support/customers.ts';
import { importRows, openSession } from '../support/import-process.ts';
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
    budget(
      { figure: 'import-memory', title: 'Peak memory of a process that sends 5,000 rows', unit: 'MB' },
      times(1.1, '1,000 rows'),
    ),
  ],
  measure: async () => ({
    ...(await measureCheck(12)),
    ...(await measureSending(20)),
    ...(await measureMemory()),
  }),
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
  const session = await openSession(writeTable(folder.path, rows));
  const { sample } = await session.plan({ ...emptyRun(), rate: 60 });
  const json = sample[0]?.request;
  const send = async () => {
    using state = temporaryFolder();
    return await timed(async () => (await importRows(session, { folder: state.path, connection })) === rows);
  };
  const post = async () => {
    let isRight = true;
    for (let row = 0; row < rows; row += 1)
      isRight = (await bareRequest(connection, { path: 'customers', json, status: 201 })) && isRight;
    return isRight;
  };
  const samples = await takeRounds({ [ours]: send, fetch: () => timed(post) }, { rounds, warmUps: 3 });
  return { 'import-send': toFigure(samples) };
}

const [fewRows, manyRows] = [1000, 5000];

/** Megabytes that a process holds at most which imports a table, beside one that imports fewer rows. */
async function measureMemory(): Promise<Measured> {
  using folder = temporaryFolder();
  await using loopback = await startLoopback();
  const program = fileURLToPath(new URL('../support/import-process.ts', import.meta.url));
  const peakOf = async (rows: number) => {
    using state = temporaryFolder();
    const args = [program, writeTable(folder.path, rows), state.path, String(loopback.port)];
    return Number((await promisify(execFile)(process.execPath, args)).stdout);
  };
  const samples = await takeRounds(
    { [ours]: () => peakOf(manyRows), '1,000 rows': () => peakOf(fewRows) },
    { rounds: 1, warmUps: 0 },
  );
  return { 'import-memory': toFigure(samples) };
}

/** A run that has settled nothing yet. */
function emptyRun() {
  return { store: createMemoryRunStore(), existing: 'skip', hash: sha256 } as const;
}

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
