import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { FrontRequest } from './front-request.ts';
import { type Line, lineOf } from './line.ts';
import { createRequestReader, type RequestHead } from './request-reader.ts';

export interface FrontHooks {
  /** A connection was made; true when it is not to be read. */
  onConnection(line: Line): boolean;
  /** A request has begun; true when the rest of it is not to be read. */
  onHead(head: RequestHead, line: Line): boolean;
  onRequest(request: FrontRequest, line: Line): void;
}

export interface Front extends AsyncDisposable {
  readonly port: number;
}

/** A server on raw sockets before the sandbox: what it answers, and how, is the hooks' business. */
export async function openFront(hooks: FrontHooks, tls?: TlsOptions): Promise<Front> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that leaves is no failure of the front.
    socket.on('error', () => {});
  };
  const serve = (socket: Socket) => {
    keep(socket);
    socket.setNoDelay(true);
    const line = lineOf(socket, rawOf(socket));
    if (hooks.onConnection(line)) return;
    let isDeaf = false;
    const reader = createRequestReader((head) => {
      isDeaf ||= hooks.onHead(head, line);
    });
    socket.on('data', (chunk: Buffer) => {
      if (isDeaf) return;
      for (const request of reader.take(chunk)) if (!isDeaf) hooks.onRequest(request, line);
    });
    socket.on('end', () => socket.end());
  };
  const server: Server = tls ? createTlsServer(tls, serve) : createServer({ allowHalfOpen: true }, serve);
  server.on('connection', keep);
  server.on('tlsClientError', () => {});
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** Below a TLS socket there is a plain one, which only it knows. */
function rawOf(socket: Socket): Socket {
  return (socket as Socket & { readonly _parent?: Socket | null })._parent ?? socket;
}
