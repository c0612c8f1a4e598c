import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface Served extends AsyncDisposable {
  readonly baseUrl: string;
}

/** A server of the test's own on a free port. Closes itself at the end of the test. */
export function serve(listener: RequestListener): Promise<Served> {
  return listening(createServer(listener), 'http');
}

/** The same behind a certificate that nobody trusts. */
export function serveUntrusted(listener: RequestListener): Promise<Served> {
  return listening(createTlsServer(selfSigned(), listener), 'https');
}

/** The address of a port on which nobody listens: it was free a moment ago. */
export async function closedPort(): Promise<string> {
  await using served = await serve(() => {});
  return served.baseUrl;
}

async function listening(server: Server, scheme: string): Promise<Served> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `${scheme}://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
