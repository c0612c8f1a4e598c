// The engine of the import in a process of its own: node engine-process.ts JSON, see EngineTask; the account and the state
// folder are in the environment. It does what the command does once its plan was approved, with a clock that passes only
// while the engine waits, and that the server reads from each request. Prints one JSON object.
import { mkdirSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pause } from '@helpcrunch-customer-kit/core';
import { createPacer, outcomeOfStop, type Pacer, type StopReason } from '@helpcrunch-customer-kit/import';
import {
  FileRunStore,
  ImportSession,
  mapImport,
  prepareRun,
  readImport,
  readRuns,
  sha256,
  UndoSession,
  writeRun,
  writeRunResults,
} from '@helpcrunch-customer-kit/import/node';
import { environmentAccount, withImportFolder } from '@helpcrunch-customer-kit/local';
import { createFileLedger } from '@helpcrunch-customer-kit/local/ledger';
import { clockHeader } from './import-server.ts';

/** What the process does. */
export interface EngineTask {
  readonly path: string;
  /** Requests a minute. */
  readonly rate: number;
  /** The time at its start. */
  readonly start: number;
  readonly fix: boolean;
  /** The run that is undone; without it, the file is imported. */
  readonly undo: string | undefined;
}

const { path, rate, start, fix, undo } = JSON.parse(process.argv[2] ?? '') as EngineTask;
let time = start;
const now = () => time;
const pause: Pause = async (milliseconds) => {
  const end = time + milliseconds;
  await nextTurn();
  time = Math.max(time, end);
};

const reading = environmentAccount(process.env);
if (reading.kind !== 'ready' || !reading.account.ledgerAccount) throw new Error('no account');
const { account } = reading;
const { ledgerAccount } = reading.account;
const folder = process.env['HELPCRUNCH_STATE_DIR'] ?? '';
mkdirSync(folder, { recursive: true });
// While one request is on its way from its turn to the network, another one's wait may move the clock on.
const turns: number[] = [];
const pacer = createPacer({ rate, clock: now, pause });
const markedPacer: Pacer = {
  ...pacer,
  async pace(signal, stop) {
    await pacer.pace(signal, stop);
    turns.push(time);
  },
};
const fetchWithClock: typeof account.connection.fetch = (request) => {
  request.headers.set(clockHeader, String(turns.shift() ?? time));
  return account.connection.fetch(request);
};
const connection = { ...account.connection, now, fetch: fetchWithClock };

const report = await withImportFolder(
  ledgerAccount,
  { process, takeOver: false },
  async (imports): Promise<object> =>
    undo === undefined ? await importFile(imports) : await undoImport(imports, undo),
);
process.stdout.write(JSON.stringify(report), () => process.exit());

async function importFile(imports: string) {
  const read = await readImport(path);
  const { mapping, questions } = mapImport(read, {});
  if (questions.length > 0) throw new Error(JSON.stringify(questions));
  const session = new ImportSession(read, mapping, { now: time, fix });
  const ledger = createFileLedger({ folder, account: ledgerAccount, now, elapsed: now });
  using rows = new FileRunStore(`${imports}/rows.jsonl`, '');
  const choice = {
    folder: imports,
    input: path,
    now: new Date(time),
    ledger,
    existing: 'skip',
    rate,
  } as const;
  const prepared = await prepareRun(session, rows, choice);
  if (!prepared) throw new Error('no run');
  const { record, store, left, again, keeps } = prepared;
  await writeRun(imports, record);
  const stopped: StopReason | undefined = await session.run({
    account: { ...account, connection },
    ledger,
    store,
    left,
    again,
    hash: sha256,
    existing: 'skip',
    pacer: markedPacer,
    pause,
  });
  await ledger.idle();
  const outcomeOf = () => outcomeOfStop(stopped);
  const { totals, files } = await writeRunResults(session, store, {
    place: { folder: imports, record },
    keeps,
    outcomeOf,
  });
  return { run: record.run, outcome: outcomeOf(), stopped, totals, files };
}

async function undoImport(imports: string, run: string) {
  const record = (await readRuns(imports)).find((one) => one.run === run);
  if (!record) throw new Error('no run');
  using session = new UndoSession({ folder: imports, record });
  const { file, ...end } = await session.run({ connection, pacer: markedPacer, pause });
  return { run, ...end, files: { undo: file } };
}
