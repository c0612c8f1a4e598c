import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { refuse } from './answers/refusal.ts';
import { ConnectionLost } from './faults/connection-lost.ts';
import { isLoopbackHost } from './loopback/is-loopback-host.ts';
import { sendAnswer } from './loopback/send-answer.ts';
import type { Sandbox } from './sandbox.ts';

export interface ListenOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

export interface Listener {
  readonly port: number;
  /** What a client takes for HelpCrunch's address, version included: `http://127.0.0.1:PORT/v1`. */
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  /** Stops listening and ends every open connection at once, a waiting one too. May be called again. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const loopback = '127.0.0.1';

/**
 * Puts a sandbox on a port of this machine, and of this machine only.
 *
 * Where `sandbox.fetch` rejects or a body breaks off, the socket is destroyed: the same fault, on the wire.
 *
 * @throws Node's own error when the port cannot be had: `EADDRINUSE`, `EACCES`.
 */
export async function listen(sandbox: Sandbox, options: ListenOptions = {}): Promise<Listener> {
  const server = createServer(
    getRequestListener(
      async (request, { outgoing }) => {
        if (!isLoopbackHost(request.headers.get('host') ?? undefined)) {
          return refuse(403, [
            { code: 'host', message: 'The sandbox answers to 127.0.0.1 and localhost only' },
          ]);
        }
        // Only an HTTP/1 server is ever made here.
        await answerOn(outgoing as ServerResponse, sandbox, request);
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

/** @throws what is neither a fault nor a caller that left: a mistake of ours, which becomes a 500. */
async function answerOn(outgoing: ServerResponse, sandbox: Sandbox, request: Request): Promise<void> {
  try {
    await sendAnswer(await sandbox.fetch(request), outgoing);
  } catch (error) {
    // Once the head is out no 500 can be said any more: the client has left, or has to see the answer break off.
    const isSaid = outgoing.headersSent || request.signal.aborted;
    if (!(error instanceof ConnectionLost) && !isSaid) {
      throw error;
    }
    outgoing.destroy();
  }
}
