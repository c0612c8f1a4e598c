import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '@helpcrunch-customer-kit/testing/certificate';

export interface Served extends AsyncDisposable {
  readonly baseUrl: string;
}

/** A server of the test's own on a free port. Closes itself at the end of the test. */
export function serve(listener: RequestListener): Promise<Served> {
  return listening(createServer(listener), 'http');
}

/** The same behind a certificate that nobody trusts. */
export async function serveUntrusted(listener: RequestListener): Promise<Served> {
  return listening(createTlsServer(await makeCertificate(), listener), 'https');
}

/** Nobody listens there; a port that was free a moment ago may be another test's by now. */
export const closedPort = 'http://127.0.0.1:2/v1';

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
