import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import {
  ApiKey,
  answerYes,
  type Connection,
  connect,
  createCustomer,
  createMemoryLedger,
  planCustomer,
} from '@helpcrunch-customer-kit/core';
import { type Figure, ours, toFigure } from '../results.ts';
import { takeRounds } from '../statistics.ts';
import { timed } from './customers.ts';

/** Without a user ID and an email, so that a create is its one request and no search. */
const customer = { name: 'Ada Lovelace', company: 'Analytical Engines Ltd', notes: 'Prefers email.' };

// The server runs beside the measured programs, so that its own work slows neither.
if (!isMainThread) await answerCreates();

const creates = 20;

/** Milliseconds for 20 creates, one after another, beside as many bare requests with the same body. */
export async function measureCreates(rounds: number): Promise<Record<string, Figure>> {
  const worker = new Worker(new URL(import.meta.url));
  const [port]: number[] = await once(worker, 'message');
  const connection = connectionTo(`http://127.0.0.1:${port}/v1`);
  try {
    const samples = await takeRounds(
      {
        [ours]: () => timed(() => repeat(() => create(connection))),
        fetch: () => timed(() => repeat(() => request(connection))),
      },
      { rounds, warmUps: 20 },
    );
    return { create: toFigure(samples) };
  } finally {
    await worker.terminate();
  }
}

async function answerCreates(): Promise<void> {
  const body = JSON.stringify({ id: 1, ...customer });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  parentPort?.postMessage((server.address() as AddressInfo).port);
}

function connectionTo(baseUrl: string): Connection {
  const reading = ApiKey.read('bench-key-0123456789');
  if (!reading.ok) throw new Error('The key of the benchmark is not one.');
  return connect({ baseUrl, apiKey: reading.key });
}

async function create(connection: Connection): Promise<boolean> {
  const plan = planCustomer({ draft: customer }, { now: Date.UTC(2026, 0, 15) });
  const account = { kind: 'live', label: 'bench', host: '127.0.0.1', connection } as const;
  const { outcome } = await createCustomer(plan, { account, ledger: createMemoryLedger(), ask: answerYes() });
  return outcome === 'created';
}

async function request({ baseUrl, apiKey }: Connection): Promise<boolean> {
  const response = await fetch(`${baseUrl}/customers`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey.reveal()}`,
    },
    body: JSON.stringify(customer),
  });
  await response.json();
  return response.status === 201;
}

async function repeat(run: () => Promise<boolean>): Promise<boolean> {
  let isRight = true;
  for (let count = 0; count < creates; count += 1) isRight = (await run()) && isRight;
  return isRight;
}
