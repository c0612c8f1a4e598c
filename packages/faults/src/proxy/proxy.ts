import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { createRequestReader, type ProxyRequest, type RequestHead } from './http.ts';

/** One client connection, and all that can be done to it. */
export interface Connection {
  /** Resolves once the system has the bytes; at once when the connection is gone. */
  write(bytes: Uint8Array | string): Promise<void>;
  /** Closes it as a server does. */
  end(): void;
  /** Tears it down (RST). */
  reset(): void;
  readonly isOpen: boolean;
}

export interface ProxyHooks {
  /** A connection was made; returns true to stop reading it. */
  onConnection(connection: Connection): boolean;
  /** A request has begun; returns true to stop reading the rest of it. */
  onHead(head: RequestHead, connection: Connection): boolean;
  onRequest(request: ProxyRequest, connection: Connection): void;
}

export interface ProxyServer extends AsyncDisposable {
  readonly port: number;
}

/** A server on raw sockets in front of the sandbox; the hooks decide what it answers, and how. */
export async function openProxy(hooks: ProxyHooks, tls?: TlsOptions): Promise<ProxyServer> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that leaves is not a failure of the proxy.
    socket.on('error', () => {});
  };
  const serve = (socket: Socket) => {
    keep(socket);
    socket.setNoDelay(true);
    const connection = connectionOf(socket, rawOf(socket));
    if (hooks.onConnection(connection)) return;
    let isDeaf = false;
    const reader = createRequestReader((head) => {
      isDeaf ||= hooks.onHead(head, connection);
    });
    socket.on('data', (chunk: Buffer) => {
      if (isDeaf) return;
      for (const request of reader.take(chunk)) if (!isDeaf) hooks.onRequest(request, connection);
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

function connectionOf(socket: Socket, raw: Socket): Connection {
  return {
    write: (bytes) =>
      new Promise((done) => {
        if (socket.destroyed || socket.writableEnded) done();
        else socket.write(bytes, () => done());
      }),
    end: () => void socket.end(),
    reset() {
      // Over TLS only the connection below can be reset.
      raw.resetAndDestroy();
      socket.destroy();
    },
    get isOpen() {
      return !socket.destroyed;
    },
  };
}
