import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another host on this machine: it answers everything as a create, and notes what it should never have heard. */
export interface Elsewhere extends AsyncDisposable {
  readonly baseUrl: string;
  readonly requests: readonly { readonly hasKey: boolean }[];
}

export async function openElsewhere(): Promise<Elsewhere> {
  const requests: { readonly hasKey: boolean }[] = [];
  const server = createServer((request, response) => {
    requests.push({ hasKey: request.headers.authorization !== undefined });
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id": 999999}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    // Another origin by its name as well.
    baseUrl: `http://localhost:${port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
