import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  readonly isCreate: boolean;
  readonly body: Record<string, unknown>;
  readonly answer: (status: number, body: unknown) => void;
}

/** An API on a free port; `handle` answers each request, or does not. */
export async function fakeApi(handle: (received: Received) => void) {
  const server = createServer(async (request, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    handle({ isCreate: !request.url?.endsWith('/search'), body, answer });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
