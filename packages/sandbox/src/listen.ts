import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionLost } from './network-faults.ts';
import { errorResponse } from './responses.ts';
import type { Sandbox } from './sandbox.ts';

export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

export interface Listener {
  readonly port: number;
  /** The address for clients, version included: `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  /** Stops listening and closes every open connection at once, waiting ones too. Can be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Serves a sandbox on a port of this machine, and of this machine only.
 *
 * Where `sandbox.fetch` rejects or a body breaks off, the socket is destroyed: the same fault, on the wire.
 *
 * @throws Node's own error when it cannot listen on the port: `EADDRINUSE`, `EACCES`.
 */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listener> {
  const server = createServer(
    getRequestListener(
      async (request, { outgoing }) => {
        if (!isLoopbackHost(request.headers.get('host') ?? '')) {
          return errorResponse(403, [
            { code: 'host', message: 'The sandbox answers to 127.0.0.1 and localhost only' },
          ]);
        }
        // This server speaks HTTP/1 only.
        await respond(outgoing as ServerResponse, sandbox, request);
        return RESPONSE_ALREADY_SENT;
      },
      { overrideGlobalObjects: false },
    ),
  );
  server.listen(options.port ?? 0, loopback);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const closed = once(server, 'close');

  async function close(): Promise<void> {
    server.close();
    server.closeAllConnections();
    await closed;
  }
  return {
    port,
    baseUrl: `http://${loopback}:${port}/v1`,
    sandbox,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * Whether a Host header names this machine, with or without a port.
 *
 * A web page can point its own host name at 127.0.0.1 and so become "same origin" with a local server (DNS
 * rebinding); its requests then have that name.
 */
function isLoopbackHost(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host);
}

/** @throws internal errors, which become a 500; not faults, nor the abort of a caller that left */
async function respond(outgoing: ServerResponse, sandbox: Sandbox, request: Request): Promise<void> {
  try {
    await write(await sandbox.fetch(request), outgoing);
  } catch (error) {
    // A 500 is impossible once the head was sent: the client has left, or has to see the response break off.
    const isTooLate = outgoing.headersSent || request.signal.aborted;
    if (!(error instanceof ConnectionLost) && !isTooLate) {
      throw error;
    }
    outgoing.destroy();
  }
}

/** Writes chunk by chunk: all that came before a fault has reached the client when the socket is destroyed. */
async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  for await (const chunk of response.body ?? []) {
    await new Promise<void>((resolve, reject) => {
      outgoing.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  }
  outgoing.end();
}
