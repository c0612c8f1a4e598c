import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { ApiKey, type Connection, connect } from '@helpcrunch-customer-kit/core';
import { fullCustomer } from './customers.ts';

// The server runs beside the measured programs, so that its own work slows none of them.
if (!isMainThread) await answerRequests();

interface Loopback extends AsyncDisposable {
  readonly port: number;
  readonly connection: Connection;
}

/** A server on this machine that creates every customer and finds none, and a connection to it. */
export async function startLoopback(): Promise<Loopback> {
  const worker = new Worker(new URL(import.meta.url));
  const [port = 0]: number[] = await once(worker, 'message');
  return {
    port,
    connection: connectionTo(port),
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}

export function connectionTo(port: number): Connection {
  const reading = ApiKey.read('bench-key-0123456789');
  if (!reading.ok) throw new Error('The key of the benchmark is not one.');
  return connect({ baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: reading.key });
}

/** A bare request with the same body as ours, its answer read; whether it has the status. */
export async function bareRequest(
  { baseUrl, apiKey }: Connection,
  { path, json, status }: { readonly path: string; readonly json: unknown; readonly status: number },
): Promise<boolean> {
  const response = await fetch(`${baseUrl}/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${apiKey.reveal()}`,
    },
    body: JSON.stringify(json),
  });
  await response.json();
  return response.status === status;
}

async function answerRequests(): Promise<void> {
  const { customData, ...fields } = fullCustomer(0);
  const stored = Object.fromEntries(customData.map(({ property, value }) => [property, value]));
  const created = JSON.stringify({ id: 1, ...fields, customData: stored });
  const none = JSON.stringify({ data: [], total: 0 });
  const headers = { 'content-type': 'application/json' };
  const server = createServer((request: IncomingMessage, response) => {
    const isSearch = request.url?.endsWith('/search');
    request.resume();
    request.on('end', () => response.writeHead(isSearch ? 200 : 201, headers).end(isSearch ? none : created));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  parentPort?.postMessage((server.address() as AddressInfo).port);
}
