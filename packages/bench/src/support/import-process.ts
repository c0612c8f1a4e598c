// Imports a table in a process of its own, and prints its peak memory in megabytes: node import-process.ts TABLE FOLDER PORT
import process from 'node:process';
import type { Connection } from '@helpcrunch-customer-kit/core';
import {
  FileRunStore,
  ImportSession,
  limitHeapGrowth,
  mapImport,
  readImport,
  sha256,
} from '@helpcrunch-customer-kit/import/node';
import { createFileLedger } from '@helpcrunch-customer-kit/local/ledger';
import { connectionTo } from './loopback.ts';

if (import.meta.main) {
  const [table = '', folder = '', port] = process.argv.slice(2);
  limitHeapGrowth();
  await importRows(await openSession(table), { folder, connection: connectionTo(Number(port)) });
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024), () => process.exit());
}

/** A table with its columns mapped. */
export async function openSession(path: string): Promise<ImportSession> {
  const read = await readImport(path);
  const { mapping } = mapImport(read, { unmapped: 'custom' });
  return new ImportSession(read, mapping, { now: Date.UTC(2026, 0, 15) });
}

/** Sends all rows as the program does, each on disk before it is sent, but without a pace; returns how many were created. */
export async function importRows(
  session: ImportSession,
  { folder, connection }: { readonly folder: string; readonly connection: Connection },
): Promise<number> {
  const account = { kind: 'live', host: '127.0.0.1' } as const;
  using store = new FileRunStore(`${folder}/rows.jsonl`, 'bench');
  const ledger = createFileLedger({ folder, account: { ...account, apiKey: connection.apiKey } });
  let created = 0;
  const stopped = await session.run({
    account: { ...account, label: 'bench', connection },
    ledger,
    store,
    hash: sha256,
    existing: 'skip',
    pacer: { pace: () => Promise.resolve(), hold: () => {}, requests: 0, interval: 0 },
    pause: () => Promise.resolve(),
    onOutcome: (_row, { outcome }) => {
      if (outcome === 'created') created += 1;
    },
  });
  await ledger.idle();
  if (stopped) throw new Error(`The import stopped: ${stopped.kind}.`);
  return created;
}
