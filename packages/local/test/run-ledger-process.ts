import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('ledger-process.ts', import.meta.url));

export interface ProcessReport {
  readonly kind: string;
  readonly name?: string;
  readonly id?: string;
  readonly message?: string;
}

/** Runs `ledger-process.ts` to its end, and returns what it reported until then. */
export async function runLedgerProcess(task: object): Promise<{
  readonly reports: readonly ProcessReport[];
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
}> {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise, resolve } = Promise.withResolvers<[number | null, NodeJS.Signals | null]>();
  child.once('close', (...how) => resolve(how));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code, signal] = await promise;
  const lines = Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean);
  return { reports: lines.map((line) => JSON.parse(line)), code, signal };
}
