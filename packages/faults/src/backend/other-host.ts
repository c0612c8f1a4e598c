import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another host on this machine: it answers everything as a create, and records what it should never receive. */
export interface OtherHost extends AsyncDisposable {
  readonly baseUrl: string;
  readonly requests: readonly { readonly hasKey: boolean }[];
}

export async function openOtherHost(): Promise<OtherHost> {
  const requests: { readonly hasKey: boolean }[] = [];
  // Other programs that try ports on this machine do not know this path.
  const place = `/v1/${randomUUID()}`;
  const server = createServer((request, response) => {
    const hasKey = request.headers.authorization !== undefined;
    if (hasKey || request.url?.startsWith(place)) requests.push({ hasKey });
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id": 999999}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    // Another origin by its name as well.
    baseUrl: `http://localhost:${port}${place}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
