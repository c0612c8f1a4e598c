import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { localFiles } from './local-files.ts';
import { internalErrorLog } from './server/requests.ts';
import type { Runtime } from './server/runtime.ts';
import { startServer } from './server/start-server.ts';

/** What a caller can add: the schema's features and the address of the rules. */
export interface NodeServerOptions extends Pick<Runtime, 'schemaFeatures' | 'rulesUrl'> {
  /** Connected; the process ends with it. */
  readonly socket?: Socket;
}

/** Serves over the socket, or over the transport of the command line: `--stdio` or `--node-ipc`. */
export function startNodeServer({ socket, ...options }: NodeServerOptions = {}): void {
  keepHeapSmall();
  const connection = socket ? createConnection(socket, socket) : createConnection();
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => connection.console.error(internalErrorLog('the server', error)));
  }
  startServer(connection, {
    now: Date.now,
    soon: (run) => void setImmediate(run),
    files: localFiles,
    ...options,
  });
}

/**
 * A large machine gives V8's heap so much room that a server which needs 75 MB takes 200 MB and more. An edit leaves little
 * garbage, since only the customer that it touched is read again.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}
