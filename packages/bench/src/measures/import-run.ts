import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { ApiKey, type Connection, connect, pauseFor } from '@helpcrunch-customer-kit/core';
import {
  FileRunStore,
  ImportSession,
  limitHeapGrowth,
  mapImport,
  readImport,
  sha256,
} from '@helpcrunch-customer-kit/import/node';
import { createFileLedger } from '@helpcrunch-customer-kit/local/ledger';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';
import { fullCustomer, timed } from './customers.ts';

const file = fileURLToPath(import.meta.url);
const host = '127.0.0.1';
const sentRows = 200;
const [fewRows, manyRows] = [1000, 5000];

// The server runs beside the measured programs, so that its own work slows neither.
if (!isMainThread) await answerRequests();
// A process that imports, and reports its peak memory.
else if (process.argv[1] === file) await importInProcess(process.argv.slice(2).map(Number));

/** Sends the rows of an import that nothing paces, beside bare requests; and its memory beside that of fewer rows. */
export async function measureImportRun(rounds: number): Promise<Record<string, Figure>> {
  const worker = new Worker(file);
  const [port]: number[] = await once(worker, 'message');
  if (port === undefined) throw new Error('The server has a port.');
  try {
    const sending = await takeRounds(
      {
        [ours]: () => withFolder((folder) => timed(() => importRows(folder, port, sentRows))),
        fetch: () => timed(() => sendBare(port, sentRows)),
      },
      { rounds, warmUps: 2 },
    );
    const memory = await takeRounds(
      { [ours]: () => peakMemory(port, manyRows), '1,000 rows': () => peakMemory(port, fewRows) },
      { rounds: 1, warmUps: 0 },
    );
    return { 'import-run': toFigure(sending), 'import-run-memory': toFigure(memory) };
  } finally {
    await worker.terminate();
  }
}

async function answerRequests(): Promise<void> {
  let id = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isSearch = request.url?.endsWith('/search');
      id += 1;
      const body = isSearch ? { data: [], total: 0 } : { ...fullCustomer(id), id };
      response.writeHead(isSearch ? 200 : 201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  parentPort?.postMessage((server.address() as AddressInfo).port);
}

async function withFolder<Result>(act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-run-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From a file to the customers, as the command does it, each row on disk before it is sent. */
async function importRows(folder: string, port: number, count: number): Promise<boolean> {
  const path = join(folder, 'customers.jsonl');
  const rows = Array.from({ length: count }, (_, index) => JSON.stringify(fullCustomer(index)));
  writeFileSync(path, `${rows.join('\n')}\n`);
  const connection = connectionTo(port);
  const read = await readImport(path);
  const session = new ImportSession(read, mapImport(read, {}).mapping, { now: Date.now() });
  using store = new FileRunStore(join(folder, 'rows.jsonl'), 'bench');
  const ledgerAccount = { kind: 'live', host, apiKey: connection.apiKey } as const;
  const ledger = createFileLedger({ folder, account: ledgerAccount });
  let created = 0;
  await session.run({
    account: { kind: 'live', label: 'bench', host, connection },
    ledger,
    store,
    hash: sha256,
    existing: 'skip',
    pacer: { pace: async () => {}, hold() {}, requests: 0, interval: 0 },
    pause: pauseFor,
    onEvent(event) {
      if (event.kind === 'row' && event.result.state === 'created') created += 1;
    },
  });
  await ledger.idle();
  return created === count;
}

async function sendBare(port: number, count: number): Promise<boolean> {
  const { baseUrl, apiKey } = connectionTo(port);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Bearer ${apiKey.reveal()}`,
  };
  let created = 0;
  for (let index = 0; index < count; index += 1) {
    const body = JSON.stringify(fullCustomer(index));
    const response = await fetch(`${baseUrl}/customers`, { method: 'POST', headers, body });
    await response.json();
    if (response.status === 201) created += 1;
  }
  return created === count;
}

function connectionTo(port: number): Connection {
  const reading = ApiKey.read('bench-key-0123456789');
  if (!reading.ok) throw new Error('The key of the benchmark is not one.');
  return connect({ baseUrl: `http://${host}:${port}/v1`, apiKey: reading.key });
}

async function peakMemory(port: number, count: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [file, String(port), String(count)]);
  return Number(stdout);
}

async function importInProcess([port = 0, count = 0]: readonly number[]): Promise<void> {
  limitHeapGrowth();
  const isRight = await withFolder((folder) => importRows(folder, port, count));
  if (!isRight) throw new Error('Rows are missing.');
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}
